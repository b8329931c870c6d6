package io.tradelane.portal.contract;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.access.Permission;
import io.tradelane.trading.contract.ContractState;
import io.tradelane.trading.contract.ContractView;

/** What the caller can do with a contract now. @param endAgreed the other side asked to end it */
record ContractActions(
        boolean edit, boolean propose, boolean counter, boolean amend, boolean accept, boolean decline, boolean takeBack, boolean sign, boolean callOff, boolean end,
        boolean endAgreed) {

    static ContractActions of(ContractView contract, Caller caller, boolean maySign) {
        ContractView.Version last = contract.current();
        boolean party = caller.isSelf(contract.buyer().id()) || caller.isSelf(contract.supplier().id());
        boolean mine = caller.isSelf(last.author());
        boolean writes = party && caller.may(Permission.CONTRACT_WRITE);
        boolean signs = party && caller.may(Permission.CONTRACT_SIGN);
        boolean alive = !contract.state().ended();
        ContractState state = last.state();
        boolean unsigned = state == ContractState.READY || state == ContractState.PARTIALLY_SIGNED;
        boolean negotiating = alive && state == ContractState.NEGOTIATING;
        boolean inForce = contract.state() == ContractState.EFFECTIVE;
        boolean settled = state == ContractState.EFFECTIVE || state == ContractState.DECLINED || state == ContractState.VOIDED || state == ContractState.EXPIRED;
        return new ContractActions(writes && mine && state == ContractState.DRAFT, writes && mine && state == ContractState.DRAFT, writes && negotiating,
                writes && inForce && settled, writes && negotiating && !mine, (writes || signs) && alive && !mine && (negotiating || unsigned),
                writes && alive && mine && (state == ContractState.DRAFT || negotiating || unsigned), signs && maySign,
                writes && inForce && caller.isSelf(contract.buyer().id()), signs && inForce && !caller.isSelf(contract.ending()),
                signs && inForce && contract.ending() != null && !caller.isSelf(contract.ending()));
    }
}
