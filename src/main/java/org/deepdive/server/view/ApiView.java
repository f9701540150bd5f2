package org.deepdive.server.view;

import java.util.List;

/**
 * The API, for people.
 *
 * @param frame what stands around it
 * @param address the address of the server
 * @param operations what can be asked
 */
public record ApiView(Frame frame, String address, List<Operation> operations) {

    /**
     * One address.
     *
     * @param path the address, with parameters in braces
     * @param summary what is there
     * @param types the media types of its answers
     * @param parameters what can be asked
     * @param examples addresses to try
     */
    public record Operation(
            String path, String summary, List<String> types, List<Parameter> parameters, List<String> examples) {}

    /**
     * What can be asked.
     *
     * @param name its name
     * @param meaning what it says
     * @param example a value
     * @param required whether it must be there
     */
    public record Parameter(String name, String meaning, String example, boolean required) {}
}
