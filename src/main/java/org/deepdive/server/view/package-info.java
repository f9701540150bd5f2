/** What the page templates show: plain records, put together by {@link org.deepdive.server}. */
package org.deepdive.server.view;
