-- Room: despatch. Photos and papers that prove a delivery, brought by either of its parties and never taken away.
create table shipment_proof (
    id              uuid primary key,
    shipment_id     uuid not null references shipment (id),
    buyer_org_id    uuid not null references organisation (id),
    supplier_org_id uuid not null references organisation (id),
    media_id        uuid not null references media (id),
    by_org_id       uuid not null references organisation (id),
    by_name         text not null,
    file_name       text not null,
    signed_by       text,
    note            text,
    added_at        timestamptz not null,
    unique (shipment_id, media_id),
    check (by_org_id in (buyer_org_id, supplier_org_id))
);
create index shipment_proof_media on shipment_proof (media_id);
call protect('shipment_proof', 'buyer_org_id', 'supplier_org_id');
call append_only('shipment_proof');

-- What is stored by hash is seen by whoever sees a shipment that it proves.
create policy seen_as_proof on media for select using (exists (select from shipment_proof p where p.media_id = media.id));
create policy seen_as_proof on media_chunk for select using (exists (select from shipment_proof p where p.media_id = media_chunk.media_id));
