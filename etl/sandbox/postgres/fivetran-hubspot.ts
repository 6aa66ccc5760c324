/** Tables as Fivetran lands them of HubSpot: soft deletions, a time of landing in every row, associations in tables of their own. */
export const FIVETRAN_HUBSPOT = `
  create schema hubspot;
  create table hubspot.owner (owner_id bigint primary key, email text, first_name text, last_name text, is_active boolean,
    _fivetran_synced timestamptz not null);
  create table hubspot.company (id bigint primary key, property_name text, property_domain text, property_industry text,
    property_createdate timestamptz, is_deleted boolean, _fivetran_deleted boolean, _fivetran_synced timestamptz not null);
  create table hubspot.deal (deal_id bigint primary key, deal_pipeline_id text, deal_pipeline_stage_id text, owner_id bigint,
    property_dealname text, property_amount numeric, property_closedate timestamptz, property_createdate timestamptz,
    is_deleted boolean, _fivetran_deleted boolean, _fivetran_synced timestamptz not null);
  create table hubspot.deal_company (deal_id bigint, company_id bigint, type_id bigint, _fivetran_deleted boolean, _fivetran_synced timestamptz not null,
    primary key (deal_id, company_id, type_id));
  create table hubspot.deal_pipeline_stage (stage_id text primary key, label text, closed_won boolean, _fivetran_deleted boolean,
    _fivetran_synced timestamptz not null);
  create table hubspot.deal_stage (deal_id bigint, value text, date_entered timestamptz, _fivetran_active boolean, _fivetran_start timestamptz,
    _fivetran_end timestamptz, _fivetran_synced timestamptz not null, primary key (deal_id, _fivetran_start));
  create table hubspot.ticket (id bigint primary key, property_subject text, property_hs_pipeline_stage text, property_hs_ticket_priority text,
    property_createdate timestamptz, property_closed_date timestamptz, is_deleted boolean, _fivetran_synced timestamptz not null);
  create table hubspot.ticket_company (ticket_id bigint, company_id bigint, type_id bigint, _fivetran_deleted boolean, _fivetran_synced timestamptz not null,
    primary key (ticket_id, company_id, type_id));
`;
