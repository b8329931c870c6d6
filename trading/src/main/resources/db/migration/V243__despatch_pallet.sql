-- Room: despatch. Packages on pallets, each with an SSCC of its own, and the serial numbers of what is in a package.
alter table package add column parent_id uuid references package (id) check (parent_id <> id);
alter table package_line add column serials text[] not null default '{}';
