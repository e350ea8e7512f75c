-- The marketing data that screening rules read: 43 tables, a read-only copy loaded in batches. Types are T-SQL names; the load maps them per database.
CREATE TABLE org (
  org_no nvarchar(16),
  org_name nvarchar(128),
  short_name nvarchar(64),
  org_type char(2),
  org_level tinyint,
  parent_org_no nvarchar(16),
  org_path nvarchar(256),
  busi_area char(2),
  is_urban bit,
  valid_from date,
  valid_to date,
  PRIMARY KEY(org_no)
);
CREATE TABLE staff (
  emp_no nvarchar(16),
  emp_name nvarchar(64),
  org_no nvarchar(16),
  dept_name nvarchar(64),
  specialty char(2),
  position nvarchar(64),
  tech_level char(2),
  mobile nvarchar(20),
  active bit,
  PRIMARY KEY(emp_no)
);
CREATE TABLE dim_month (
  ym char(6),
  seq int,
  prev_ym char(6),
  last_year_ym char(6),
  first_day date,
  last_day date,
  days int,
  is_winter bit,
  PRIMARY KEY(ym)
);
CREATE TABLE calendar (
  d date,
  ym char(6),
  is_workday bit,
  wd_seq int,
  remark nvarchar(64),
  PRIMARY KEY(d)
);
CREATE TABLE cons (
  cons_no nvarchar(16),
  cons_name nvarchar(256),
  cust_no nvarchar(16),
  org_no nvarchar(16),
  elec_addr nvarchar(256),
  addr_norm nvarchar(256),
  cons_type char(2),
  elec_type char(3),
  trade_code char(4),
  hec_code char(3),
  contract_cap decimal(16,6),
  run_cap decimal(16,6),
  volt_code char(7),
  importance char(2),
  load_attr char(2),
  shift_no char(2),
  transfer_flag char(1),
  tmp_flag char(2),
  tmp_due_date date,
  build_date date,
  poweron_date date,
  cancel_date date,
  status char(1),
  mr_sect_no nvarchar(16),
  cert_type char(2),
  cert_no nvarchar(64),
  agent_name nvarchar(64),
  legal_person nvarchar(64),
  credit_level char(1),
  market_mode char(2),
  cust_grade char(1),
  PRIMARY KEY(cons_no)
);
CREATE TABLE cons_contact (
  contact_id bigint,
  cons_no nvarchar(16),
  contact_type char(2),
  contact_name nvarchar(64),
  mobile nvarchar(20),
  updated_at datetime2,
  PRIMARY KEY(contact_id)
);
CREATE TABLE line (
  line_id bigint,
  line_name nvarchar(128),
  volt_code char(7),
  org_no nvarchar(16),
  line_type char(1),
  PRIMARY KEY(line_id)
);
CREATE TABLE tg (
  tg_id bigint,
  tg_name nvarchar(128),
  line_id bigint,
  org_no nvarchar(16),
  capacity decimal(16,6),
  manager_emp nvarchar(16),
  PRIMARY KEY(tg_id)
);
CREATE TABLE transformer (
  tran_id bigint,
  cons_no nvarchar(16),
  tg_id bigint,
  pub_priv char(2),
  capacity decimal(16,6),
  ms_flag char(2),
  run_status char(2),
  install_date date,
  seal_date date,
  unseal_date date,
  PRIMARY KEY(tran_id)
);
CREATE TABLE supply_point (
  sp_id bigint,
  cons_no nvarchar(16),
  line_id bigint,
  tg_id bigint,
  volt_code char(7),
  is_main bit,
  can_parallel bit,
  PRIMARY KEY(sp_id)
);
CREATE TABLE mp (
  mp_id bigint,
  cons_no nvarchar(16),
  sp_id bigint,
  tg_id bigint,
  line_id bigint,
  usage_type char(2),
  meas_mode char(1),
  md_class char(1),
  status char(2),
  pq_calc_mode char(1),
  fixed_value decimal(16,4),
  fixed_check_date date,
  parent_mp_id bigint,
  prc_code nvarchar(16),
  tou_flag bit,
  pf_std char(1),
  pf_eval_mode char(1),
  ba_mode char(1),
  contract_dmd decimal(16,4),
  ll_flag bit,
  ll_rate decimal(8,4),
  tl_mode char(1),
  PRIMARY KEY(mp_id)
);
CREATE TABLE meter (
  meter_id bigint,
  asset_no nvarchar(32),
  bar_code nvarchar(32),
  mp_id bigint,
  cons_no nvarchar(16),
  meter_type char(2),
  wiring char(1),
  status char(3),
  tou_capable bit,
  smart_flag bit,
  ct_ratio decimal(10,2),
  pt_ratio decimal(10,2),
  rate decimal(12,2),
  direction char(1),
  install_date date,
  install_read decimal(16,4),
  remove_date date,
  remove_read decimal(16,4),
  verify_due date,
  first_check_date date,
  last_check_date date,
  PRIMARY KEY(meter_id)
);
CREATE TABLE meter_fault (
  fault_id bigint,
  cons_no nvarchar(16),
  mp_id bigint,
  fault_type char(2),
  found_date date,
  fixed_date date,
  err_pq decimal(16,2),
  rs_app_no nvarchar(16),
  rs_done_date date,
  PRIMARY KEY(fault_id)
);
CREATE TABLE contract (
  contract_no nvarchar(32),
  cons_no nvarchar(16),
  cont_type char(2),
  status char(1),
  sign_date date,
  begin_date date,
  end_date date,
  contract_cap decimal(16,6),
  contract_volt char(7),
  ba_mode char(1),
  contract_dmd decimal(16,4),
  PRIMARY KEY(contract_no)
);
CREATE TABLE tariff (
  prc_code nvarchar(16),
  prc_name nvarchar(128),
  elec_type char(3),
  two_part bit,
  volt_band char(2),
  kwh_price decimal(10,6),
  base_price_cap decimal(10,4),
  base_price_dmd decimal(10,4),
  eff_from date,
  eff_to date,
  PRIMARY KEY(prc_code)
);
CREATE TABLE tariff_period (
  prc_code nvarchar(16),
  period char(2),
  price decimal(10,6),
  PRIMARY KEY(prc_code,period)
);
CREATE TABLE pf_table (
  pf_std char(1),
  pf decimal(4,2),
  pct decimal(8,4),
  PRIMARY KEY(pf_std,pf)
);
CREATE TABLE mr_section (
  mr_sect_no nvarchar(16),
  org_no nvarchar(16),
  mr_mode char(3),
  cycle char(1),
  plan_day tinyint,
  reader_no nvarchar(16),
  reader_since date,
  PRIMARY KEY(mr_sect_no)
);
CREATE TABLE mr_plan (
  plan_id bigint,
  ym char(6),
  mr_sect_no nvarchar(16),
  org_no nvarchar(16),
  plan_date date,
  upload_time datetime2,
  calc_done_time datetime2,
  release_time datetime2,
  status char(2),
  should_cnt int,
  read_cnt int,
  auto_cnt int,
  coll_cnt int,
  PRIMARY KEY(plan_id)
);
CREATE TABLE mr_read (
  read_id bigint,
  ym char(6),
  cons_no nvarchar(16),
  mp_id bigint,
  meter_id bigint,
  rd_type char(2),
  last_read decimal(16,4),
  this_read decimal(16,4),
  rate decimal(12,2),
  pq decimal(16,2),
  mr_date date,
  mr_status char(2),
  abn_type char(2),
  data_src char(2),
  PRIMARY KEY(read_id)
);
CREATE TABLE coll_day (
  meter_id bigint,
  data_date date,
  cons_no nvarchar(16),
  org_no nvarchar(16),
  read_fwd decimal(16,4),
  read_rev decimal(16,4),
  pq_fwd decimal(16,2),
  pq_rev decimal(16,2),
  pq_valley decimal(16,2),
  max_load_kw decimal(12,2),
  succ bit,
  PRIMARY KEY(meter_id,data_date)
);
CREATE TABLE bill (
  bill_id bigint,
  ym char(6),
  cons_no nvarchar(16),
  org_no nvarchar(16),
  cons_type char(2),
  elec_type char(3),
  trade_code char(4),
  prc_code nvarchar(16),
  two_part bit,
  tou_flag bit,
  ba_mode char(1),
  contract_cap decimal(16,6),
  run_cap decimal(16,6),
  bill_cap decimal(16,6),
  bill_dmd decimal(16,4),
  max_dmd decimal(16,4),
  pq decimal(16,2),
  pq_sharp decimal(16,2),
  pq_peak decimal(16,2),
  pq_flat decimal(16,2),
  pq_valley decimal(16,2),
  rq decimal(16,2),
  rev_pq decimal(16,2),
  tl_pq decimal(16,2),
  ll_pq decimal(16,2),
  kwh_amt decimal(18,2),
  base_amt decimal(18,2),
  pf_std char(1),
  actual_pf decimal(4,2),
  pf_pct decimal(8,4),
  pf_amt decimal(18,2),
  levy_amt decimal(18,2),
  total_amt decimal(18,2),
  avg_price decimal(10,6),
  market_mult decimal(4,2),
  release_date date,
  amt_type char(4),
  calc_emp nvarchar(16),
  PRIMARY KEY(bill_id)
);
CREATE TABLE bill_demand (
  id bigint,
  ym char(6),
  cons_no nvarchar(16),
  mp_id bigint,
  sp_id bigint,
  read_dmd decimal(16,4),
  contract_dmd decimal(16,4),
  billed_dmd decimal(16,4),
  PRIMARY KEY(id)
);
CREATE TABLE rebill (
  rs_id bigint,
  app_no nvarchar(16),
  cons_no nvarchar(16),
  org_no nvarchar(16),
  ym char(6),
  rs_type char(4),
  err_date date,
  rs_date date,
  pq decimal(16,2),
  amt decimal(18,2),
  to_nonbiz bit,
  approve_level char(1),
  reason nvarchar(500),
  PRIMARY KEY(rs_id)
);
CREATE TABLE param_change (
  chg_id bigint,
  cons_no nvarchar(16),
  org_no nvarchar(16),
  chg_type char(2),
  old_value nvarchar(64),
  new_value nvarchar(64),
  chg_time datetime2,
  app_no nvarchar(16),
  emp_no nvarchar(16),
  PRIMARY KEY(chg_id)
);
CREATE TABLE biz_app (
  app_no nvarchar(16),
  biz_type char(3),
  cons_no nvarchar(16),
  org_no nvarchar(16),
  volt_class char(1),
  ps_num char(1),
  app_cap decimal(16,6),
  accept_time datetime2,
  poweron_time datetime2,
  arc_time datetime2,
  status char(1),
  return_flag bit,
  std_fee decimal(18,2),
  rcved_fee decimal(18,2),
  channel char(2),
  callback_flag bit,
  doc_complete bit,
  PRIMARY KEY(app_no)
);
CREATE TABLE biz_step (
  id bigint,
  app_no nvarchar(16),
  step char(3),
  begin_time datetime2,
  end_time datetime2,
  workdays decimal(8,2),
  emp_no nvarchar(16),
  PRIMARY KEY(id)
);
CREATE TABLE proc_limit (
  volt_class char(1),
  ps_num char(1),
  step char(3),
  limit_wd decimal(8,2),
  basis nvarchar(128),
  PRIMARY KEY(volt_class,ps_num,step)
);
CREATE TABLE suspension (
  sus_id bigint,
  app_no nvarchar(16),
  cons_no nvarchar(16),
  tran_id bigint,
  sus_type char(3),
  permanent bit,
  cap decimal(16,6),
  begin_date date,
  plan_end date,
  actual_end date,
  bill_pct decimal(5,2),
  PRIMARY KEY(sus_id)
);
CREATE TABLE receivable (
  rcvbl_id bigint,
  ym char(6),
  cons_no nvarchar(16),
  org_no nvarchar(16),
  amt decimal(18,2),
  rcved decimal(18,2),
  owe decimal(18,2),
  due_date date,
  settled_date date,
  penalty_due decimal(18,2),
  penalty_rcved decimal(18,2),
  PRIMARY KEY(rcvbl_id)
);
CREATE TABLE payment (
  pay_id bigint,
  cons_no nvarchar(16),
  org_no nvarchar(16),
  amt decimal(18,2),
  pay_time datetime2,
  pay_mode char(2),
  settle_mode char(2),
  emp_no nvarchar(16),
  reversed bit,
  reverse_time datetime2,
  cashchk_time datetime2,
  arrive_time datetime2,
  PRIMARY KEY(pay_id)
);
CREATE TABLE arrears_risk (
  cons_no nvarchar(16),
  risk_level char(1),
  reason nvarchar(200),
  produce_status char(1),
  measure nvarchar(200),
  updated_at date,
  PRIMARY KEY(cons_no)
);
CREATE TABLE line_loss (
  obj_type char(2),
  obj_id bigint,
  ym char(6),
  org_no nvarchar(16),
  supply_pq decimal(18,2),
  sale_pq decimal(18,2),
  loss_pq decimal(18,2),
  loss_rate decimal(9,4),
  target_rate decimal(9,4),
  cover_rate decimal(9,4),
  adj_pq decimal(18,2),
  PRIMARY KEY(obj_type,obj_id,ym)
);
CREATE TABLE outage (
  outage_id bigint,
  org_no nvarchar(16),
  line_id bigint,
  tg_id bigint,
  stop_type char(2),
  plan_start datetime2,
  plan_end datetime2,
  start_time datetime2,
  end_time datetime2,
  issue_time datetime2,
  cust_cnt int,
  reason nvarchar(200),
  PRIMARY KEY(outage_id)
);
CREATE TABLE arrears_cut (
  cut_id bigint,
  cons_no nvarchar(16),
  org_no nvarchar(16),
  notice_time datetime2,
  cut_time datetime2,
  paid_time datetime2,
  restore_time datetime2,
  PRIMARY KEY(cut_id)
);
CREATE TABLE ticket (
  ticket_no nvarchar(32),
  biz_type char(2),
  sub_type char(4),
  org_no nvarchar(16),
  cons_no nvarchar(16),
  is_urban bit,
  accept_time datetime2,
  contact_time datetime2,
  arrive_time datetime2,
  finish_time datetime2,
  deadline datetime2,
  satisfied tinyint,
  callback_ok bit,
  is_true bit,
  PRIMARY KEY(ticket_no)
);
CREATE TABLE hall_check (
  id bigint,
  hall_no nvarchar(16),
  org_no nvarchar(16),
  check_date date,
  abn_type char(2),
  morning_meeting bit,
  PRIMARY KEY(id)
);
CREATE TABLE inspect_task (
  id bigint,
  ym char(6),
  cons_no nvarchar(16),
  org_no nvarchar(16),
  chk_type char(3),
  plan_end date,
  done_date date,
  PRIMARY KEY(id)
);
CREATE TABLE safety_hazard (
  id bigint,
  cons_no nvarchar(16),
  org_no nvarchar(16),
  found_date date,
  plan_date date,
  done_date date,
  notify_flag bit,
  importance char(2),
  PRIMARY KEY(id)
);
CREATE TABLE violation (
  case_no nvarchar(32),
  cons_no nvarchar(16),
  org_no nvarchar(16),
  attr char(2),
  type char(2),
  found_date date,
  finish_date date,
  cap decimal(16,6),
  months decimal(6,2),
  rs_pq decimal(16,2),
  rs_amt decimal(18,2),
  penalty decimal(18,2),
  std_mult decimal(4,2),
  terminated bit,
  PRIMARY KEY(case_no)
);
CREATE TABLE pv (
  gen_no nvarchar(16),
  cons_no nvarchar(16),
  org_no nvarchar(16),
  type char(2),
  mode char(2),
  cap_kw decimal(12,3),
  grid_date date,
  contract_ok bit,
  PRIMARY KEY(gen_no)
);
CREATE TABLE pv_month (
  gen_no nvarchar(16),
  ym char(6),
  gen_pq decimal(16,2),
  up_pq decimal(16,2),
  self_pq decimal(16,2),
  subsidy decimal(18,2),
  ref_hours decimal(8,2),
  PRIMARY KEY(gen_no,ym)
);
CREATE TABLE market_user (
  id bigint,
  cons_no nvarchar(16),
  mode char(2),
  contract_signed bit,
  join_date date,
  exit_date date,
  hec_flag bit,
  PRIMARY KEY(id)
);
-- Indexes belong to the load, not to the reader: they are built after the rows.
CREATE INDEX ON bill (ym, cons_no);
CREATE INDEX ON bill (cons_no, ym);
CREATE INDEX ON bill_demand (ym, cons_no);
CREATE INDEX ON cons (cust_no);
CREATE INDEX ON cons (addr_norm);
CREATE INDEX ON cons_contact (cons_no);
CREATE INDEX ON cons_contact (mobile);
CREATE INDEX ON transformer (cons_no);
CREATE INDEX ON supply_point (cons_no);
CREATE INDEX ON mp (cons_no);
CREATE INDEX ON mp (tg_id);
CREATE INDEX ON meter (asset_no);
CREATE INDEX ON meter (cons_no);
CREATE INDEX ON meter (mp_id);
CREATE INDEX ON meter (remove_date);
CREATE INDEX ON meter_fault (cons_no);
CREATE INDEX ON contract (cons_no);
CREATE INDEX ON mr_plan (ym);
CREATE INDEX ON mr_read (ym, rd_type, cons_no);
CREATE INDEX ON coll_day (cons_no, data_date);
CREATE INDEX ON rebill (ym, cons_no);
CREATE INDEX ON param_change (cons_no);
CREATE INDEX ON biz_app (cons_no);
CREATE INDEX ON biz_app (biz_type);
CREATE INDEX ON biz_step (app_no, step);
CREATE INDEX ON suspension (cons_no);
CREATE INDEX ON receivable (cons_no);
CREATE INDEX ON receivable (ym);
CREATE INDEX ON payment (cons_no);
CREATE INDEX ON line_loss (ym, obj_type);
CREATE INDEX ON outage (tg_id);
CREATE INDEX ON arrears_cut (cons_no);
CREATE INDEX ON ticket (cons_no);
CREATE INDEX ON violation (cons_no);
CREATE INDEX ON inspect_task (ym);
CREATE INDEX ON safety_hazard (cons_no);
CREATE INDEX ON pv (cons_no);
CREATE INDEX ON pv_month (ym);
CREATE INDEX ON market_user (cons_no);
CREATE INDEX ON dim_month (seq);
