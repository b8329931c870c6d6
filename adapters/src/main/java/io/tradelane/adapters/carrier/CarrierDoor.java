package io.tradelane.adapters.carrier;

import io.tradelane.adapters.calling.JsonDoor;
import org.springframework.stereotype.Component;

@Component
class CarrierDoor extends JsonDoor {

    CarrierDoor(Parts parts) {
        super(CarrierParameters.DESCRIPTION, parts);
    }
}
