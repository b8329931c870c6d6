package io.tradelane.adapters.rest;

import io.tradelane.adapters.calling.JsonDoor;
import org.springframework.stereotype.Component;

@Component
class RestDoor extends JsonDoor {

    RestDoor(Parts parts) {
        super(RestParameters.DESCRIPTION, parts);
    }
}
