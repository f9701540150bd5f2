package org.deepdive.server.view;

/**
 * Why a frame on another page shows no figure.
 *
 * @param heading what is wrong, in a few words
 * @param message what is wrong
 * @param remedy what can be done; may be empty
 * @param address the whole address of this server's first page
 * @param styles the style sheet of the frame
 */
public record EmbedProblemView(String heading, String message, String remedy, String address, String styles) {}
