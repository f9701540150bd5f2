/**
 * Deepdive: weighted survey analysis, reproduction of published figures, and a server of their plots. Only the program's
 * start is here; the packages below import one another in one direction, which a test keeps.
 */
package org.deepdive;
