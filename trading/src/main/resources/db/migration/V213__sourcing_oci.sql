-- Room: sourcing. A shop may also be called up by SAP's Open Catalog Interface; the cart then goes back as the fields of a form.
alter table punch_out_session
    add column protocol      text not null default 'CXML' check (protocol in ('CXML', 'OCI')),
    add column return_target text;
