PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY,
    "Timestamp" TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);
INSERT INTO __EFMigrationsHistory VALUES('20261122044222_Initial','10.0.14');
CREATE TABLE IF NOT EXISTS "account" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_account" PRIMARY KEY,
    "display_name" TEXT NOT NULL,
    "person_no" TEXT NOT NULL,
    "org_no" TEXT NOT NULL,
    "org_path" TEXT NOT NULL,
    "disabled" INTEGER NOT NULL,
    "language" TEXT NOT NULL,
    "user_name" TEXT NULL,
    "normalized_user_name" TEXT NULL,
    "email" TEXT NULL,
    "normalized_email" TEXT NULL,
    "email_confirmed" INTEGER NOT NULL,
    "password_hash" TEXT NULL,
    "security_stamp" TEXT NULL,
    "concurrency_stamp" TEXT NULL,
    "phone_number" TEXT NULL,
    "phone_number_confirmed" INTEGER NOT NULL,
    "two_factor_enabled" INTEGER NOT NULL,
    "lockout_end" TEXT NULL,
    "lockout_enabled" INTEGER NOT NULL,
    "access_failed_count" INTEGER NOT NULL
);
INSERT INTO account VALUES(1,'用户1','1001','3703','/37/3703/',0,'zh','user1','USER1',NULL,NULL,0,NULL,'s','c',NULL,0,0,NULL,0,0);
INSERT INTO account VALUES(2,'用户2','1002','370306','/37/3703/370306/',0,'zh','user2','USER2',NULL,NULL,0,NULL,'s','c',NULL,0,0,NULL,0,0);
INSERT INTO account VALUES(3,'用户3','1003','37030601','/37/3703/370306/37030601/',0,'zh','user3','USER3',NULL,NULL,0,NULL,'s','c',NULL,0,0,NULL,0,0);
INSERT INTO account VALUES(4,'用户4','1004','37030602','/37/3703/370306/37030602/',0,'zh','user4','USER4',NULL,NULL,0,NULL,'s','c',NULL,0,0,NULL,0,0);
INSERT INTO account VALUES(5,'用户5','1005','3703','/37/3703/',0,'zh','user5','USER5',NULL,NULL,0,NULL,'s','c',NULL,0,0,NULL,0,0);
INSERT INTO account VALUES(6,'用户6','1006','3703','/37/3703/',0,'zh','user6','USER6',NULL,NULL,0,NULL,'s','c',NULL,0,0,NULL,0,0);
INSERT INTO account VALUES(7,'用户7','1003','3703','/37/3703/',0,'zh','user7','USER7',NULL,NULL,0,NULL,'s','c',NULL,0,0,NULL,0,0);
CREATE TABLE IF NOT EXISTS "anomaly" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_anomaly" PRIMARY KEY,
    "theme_code" TEXT NOT NULL,
    "theme_version" INTEGER NOT NULL,
    "ym" TEXT NOT NULL,
    "obj_key" TEXT NOT NULL,
    "org_no" TEXT NOT NULL,
    "org_path" TEXT NOT NULL,
    "metric" TEXT NOT NULL,
    "limit_value" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "specialty" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "triage_reason" TEXT NULL,
    "hits" INTEGER NOT NULL,
    "first_seen_at" TEXT NOT NULL,
    "last_seen_at" TEXT NOT NULL,
    "last_run_id" INTEGER NOT NULL,
    "task_id" INTEGER NULL,
    "case_id" INTEGER NULL,
    "version" INTEGER NOT NULL
);
INSERT INTO anomaly VALUES(1,'DJ-01',1,'202605','100001','37030601','/37/3703/370306/37030601/','400.0','315.0','2','tariff','in-task',NULL,1,'2026-06-10 01:00:00','2026-06-10 01:00:00',0,185809305600000,185809305600011,4);
INSERT INTO anomaly VALUES(2,'DJ-01',1,'202605','100002','37030601','/37/3703/370306/37030601/','400.0','315.0','2','tariff','in-task',NULL,1,'2026-06-10 01:00:00','2026-06-10 01:00:00',0,185809305600030,185809305600041,4);
INSERT INTO anomaly VALUES(3,'DJ-01',1,'202605','100003','37030601','/37/3703/370306/37030601/','400.0','315.0','2','tariff','in-task',NULL,1,'2026-06-10 01:00:00','2026-06-10 01:00:00',0,185809305600068,185809305600079,4);
INSERT INTO anomaly VALUES(4,'DJ-01',1,'202605','100004','37030601','/37/3703/370306/37030601/','400.0','315.0','2','tariff','in-task',NULL,1,'2026-06-10 01:00:00','2026-06-10 01:00:00',0,185809305600115,NULL,3);
CREATE TABLE IF NOT EXISTS "audit_case" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_audit_case" PRIMARY KEY,
    "number" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "task_id" INTEGER NOT NULL,
    "theme_code" TEXT NOT NULL,
    "theme_version" INTEGER NOT NULL,
    "specialty" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "urgency" TEXT NOT NULL,
    "org_no" TEXT NOT NULL,
    "org_path" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "instance_id" TEXT NOT NULL,
    "due_at" TEXT NULL,
    "overdue" INTEGER NOT NULL,
    "escalation_level" INTEGER NOT NULL,
    "returns" INTEGER NOT NULL,
    "conclusion" TEXT NULL,
    "root_cause" TEXT NULL,
    "recovered_yuan" TEXT NOT NULL,
    "score" TEXT NULL,
    "created_at" TEXT NOT NULL,
    "closed_at" TEXT NULL,
    "version" INTEGER NOT NULL
);
INSERT INTO audit_case VALUES(185809305600011,'GD-37030601-202605-00001','DJ-01 100001',185809305600000,'DJ-01',1,'tariff','2','normal','37030601','/37/3703/370306/37030601/','dispatch','dispatched','00a8fe19a80001-5-4','2026-06-11 01:00:00',0,0,0,NULL,NULL,'0.0',NULL,'2026-06-10 01:00:00',NULL,4);
INSERT INTO audit_case VALUES(185809305600041,'GD-37030601-202605-00002','DJ-01 100002',185809305600030,'DJ-01',1,'tariff','2','normal','37030601','/37/3703/370306/37030601/','handle','handling','00a8fe19a8001f-5-4','2026-06-25 01:00:00',0,0,0,NULL,NULL,'0.0',NULL,'2026-06-10 01:00:00',NULL,7);
INSERT INTO audit_case VALUES(185809305600079,'GD-37030601-202605-00003','DJ-01 100003',185809305600068,'DJ-01',1,'tariff','2','normal','37030601','/37/3703/370306/37030601/','recheck','unit-review','00a8fe19a80045-5-4','2026-06-12 01:00:00',0,0,0,'confirmed-internal','04','12800.5',NULL,'2026-06-10 01:00:00',NULL,11);
CREATE TABLE IF NOT EXISTS "audit_task" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_audit_task" PRIMARY KEY,
    "number" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "urgency" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "org_no" TEXT NOT NULL,
    "org_path" TEXT NOT NULL,
    "instance_id" TEXT NOT NULL,
    "created_by" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "closed_at" TEXT NULL,
    "version" INTEGER NOT NULL
);
INSERT INTO audit_task VALUES(185809305600000,'RW-3703-202606-00001','6月两部制电价稽查','online','normal','dispatch','dispatched','3703','/37/3703/','00a8fe19a80001',1,'2026-06-10 01:00:00',NULL,6);
INSERT INTO audit_task VALUES(185809305600030,'RW-3703-202606-00002','6月两部制电价稽查','online','normal','dispatch','dispatched','3703','/37/3703/','00a8fe19a8001f',1,'2026-06-10 01:00:00',NULL,6);
INSERT INTO audit_task VALUES(185809305600068,'RW-3703-202606-00003','6月两部制电价稽查','online','normal','dispatch','dispatched','3703','/37/3703/','00a8fe19a80045',1,'2026-06-10 01:00:00',NULL,6);
INSERT INTO audit_task VALUES(185809305600115,'RW-3703-202606-00004','6月两部制电价稽查','online','normal','task','creating','3703','/37/3703/','00a8fe19a80074',1,'2026-06-10 01:00:00',NULL,3);
CREATE TABLE IF NOT EXISTS "bookmark" (
    "instance_id" TEXT NOT NULL,
    "bookmark_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "stimulus_key" TEXT NULL,
    "correlation_id" TEXT NULL,
    "activity_id" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    CONSTRAINT "PK_bookmark" PRIMARY KEY ("instance_id", "bookmark_id")
) WITHOUT ROWID;
INSERT INTO bookmark VALUES('00a8fe19a80001','00a8fe19a80001-5-3','Elsa.BulkDispatchWorkflows',NULL,'task/185809305600000','orders','2026-06-10 01:00:00');
INSERT INTO bookmark VALUES('00a8fe19a80001-5-4','00a8fe19a80001-5-4-1-1','WorkItem',NULL,'case/185809305600011','sign-in','2026-06-10 01:00:00');
INSERT INTO bookmark VALUES('00a8fe19a8001f','00a8fe19a8001f-5-3','Elsa.BulkDispatchWorkflows',NULL,'task/185809305600030','orders','2026-06-10 01:00:00');
INSERT INTO bookmark VALUES('00a8fe19a8001f-5-4','00a8fe19a8001f-5-4-2-2','WorkItem',NULL,'case/185809305600041','handle','2026-06-10 01:00:00');
INSERT INTO bookmark VALUES('00a8fe19a80045','00a8fe19a80045-5-3','Elsa.BulkDispatchWorkflows',NULL,'task/185809305600068','orders','2026-06-10 01:00:00');
INSERT INTO bookmark VALUES('00a8fe19a80045-5-4','00a8fe19a80045-5-4-3-3','WorkItem',NULL,'case/185809305600079','unit-review','2026-06-10 01:00:00');
INSERT INTO bookmark VALUES('00a8fe19a80074','00a8fe19a80074-2-1','WorkItem',NULL,'task/185809305600115','generate','2026-06-10 01:00:00');
CREATE TABLE IF NOT EXISTS "case_item" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_case_item" PRIMARY KEY,
    "case_id" INTEGER NOT NULL,
    "anomaly_id" INTEGER NOT NULL,
    "obj_key" TEXT NOT NULL,
    "metric" TEXT NOT NULL,
    "limit_value" TEXT NOT NULL,
    "conclusion" TEXT NULL,
    "version" INTEGER NOT NULL
);
INSERT INTO case_item VALUES(185809305600012,185809305600011,1,'100001','400.0','315.0',NULL,1);
INSERT INTO case_item VALUES(185809305600042,185809305600041,2,'100002','400.0','315.0',NULL,1);
INSERT INTO case_item VALUES(185809305600080,185809305600079,3,'100003','400.0','315.0','confirmed-internal',2);
CREATE TABLE IF NOT EXISTS "counter" (
    "name" TEXT NOT NULL CONSTRAINT "PK_counter" PRIMARY KEY,
    "last_value" INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO counter VALUES('GD-37030601-202605',3);
INSERT INTO counter VALUES('RW-3703-202606',4);
CREATE TABLE IF NOT EXISTS "deadline" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_deadline" PRIMARY KEY,
    "work_item_id" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "send_to" TEXT NOT NULL,
    "level" INTEGER NOT NULL,
    "due_at" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "owner" TEXT NULL,
    "lease_until" TEXT NULL,
    "fired_at" TEXT NULL,
    "version" INTEGER NOT NULL
);
INSERT INTO deadline VALUES(185809305600003,'00a8fe19a80001-2-3','task/185809305600000','reminder','answerer',0,'2026-06-11 01:00:00','cancelled',NULL,NULL,NULL,2);
INSERT INTO deadline VALUES(185809305600004,'00a8fe19a80001-2-3','task/185809305600000','warning','answerer',0,'2026-06-11 06:48:00','cancelled',NULL,NULL,NULL,2);
INSERT INTO deadline VALUES(185809305600005,'00a8fe19a80001-2-3','task/185809305600000','overdue','answerer',0,'2026-06-12 01:00:00','cancelled',NULL,NULL,NULL,2);
INSERT INTO deadline VALUES(185809305600006,'00a8fe19a80001-2-3','task/185809305600000','escalated','reviewer',1,'2026-06-16 01:00:00','cancelled',NULL,NULL,NULL,2);
INSERT INTO deadline VALUES(185809305600007,'00a8fe19a80001-2-3','task/185809305600000','supervise-3','reviewer',2,'2026-06-22 01:00:00','cancelled',NULL,NULL,NULL,2);
INSERT INTO deadline VALUES(185809305600008,'00a8fe19a80001-2-3','task/185809305600000','supervise-2','reviewer',3,'2026-06-29 01:00:00','cancelled',NULL,NULL,NULL,2);
INSERT INTO deadline VALUES(185809305600009,'00a8fe19a80001-2-3','task/185809305600000','supervise-1','process-owner',4,'2026-07-13 01:00:00','cancelled',NULL,NULL,NULL,2);
INSERT INTO deadline VALUES(185809305600014,'00a8fe19a80001-4-3','task/185809305600000','reminder','answerer',0,'2026-06-11 01:00:00','cancelled',NULL,NULL,NULL,2);
INSERT INTO deadline VALUES(185809305600015,'00a8fe19a80001-4-3','task/185809305600000','warning','answerer',0,'2026-06-11 06:48:00','cancelled',NULL,NULL,NULL,2);
INSERT INTO deadline VALUES(185809305600016,'00a8fe19a80001-4-3','task/185809305600000','overdue','answerer',0,'2026-06-12 01:00:00','cancelled',NULL,NULL,NULL,2);
INSERT INTO deadline VALUES(185809305600017,'00a8fe19a80001-4-3','task/185809305600000','escalated','reviewer',1,'2026-06-16 01:00:00','cancelled',NULL,NULL,NULL,2);
INSERT INTO deadline VALUES(185809305600018,'00a8fe19a80001-4-3','task/185809305600000','supervise-3','reviewer',2,'2026-06-22 01:00:00','cancelled',NULL,NULL,NULL,2);
INSERT INTO deadline VALUES(185809305600019,'00a8fe19a80001-4-3','task/185809305600000','supervise-2','reviewer',3,'2026-06-29 01:00:00','cancelled',NULL,NULL,NULL,2);
INSERT INTO deadline VALUES(185809305600020,'00a8fe19a80001-4-3','task/185809305600000','supervise-1','process-owner',4,'2026-07-13 01:00:00','cancelled',NULL,NULL,NULL,2);
INSERT INTO deadline VALUES(185809305600022,'00a8fe19a80001-5-4-1-3','case/185809305600011','reminder','answerer',0,'2026-06-10 06:00:00','pending',NULL,NULL,NULL,1);
INSERT INTO deadline VALUES(185809305600023,'00a8fe19a80001-5-4-1-3','case/185809305600011','warning','answerer',0,'2026-06-10 08:24:00','pending',NULL,NULL,NULL,1);
INSERT INTO deadline VALUES(185809305600024,'00a8fe19a80001-5-4-1-3','case/185809305600011','overdue','answerer',0,'2026-06-11 01:00:00','pending',NULL,NULL,NULL,1);
INSERT INTO deadline VALUES(185809305600025,'00a8fe19a80001-5-4-1-3','case/185809305600011','escalated','reviewer',1,'2026-06-15 01:00:00','pending',NULL,NULL,NULL,1);
INSERT INTO deadline VALUES(185809305600026,'00a8fe19a80001-5-4-1-3','case/185809305600011','supervise-3','reviewer',2,'2026-06-18 01:00:00','pending',NULL,NULL,NULL,1);
INSERT INTO deadline VALUES(185809305600027,'00a8fe19a80001-5-4-1-3','case/185809305600011','supervise-2','reviewer',3,'2026-06-26 01:00:00','pending',NULL,NULL,NULL,1);
INSERT INTO deadline VALUES(185809305600028,'00a8fe19a80001-5-4-1-3','case/185809305600011','supervise-1','process-owner',4,'2026-07-10 01:00:00','pending',NULL,NULL,NULL,1);
INSERT INTO deadline VALUES(185809305600033,'00a8fe19a8001f-2-3','task/185809305600030','reminder','answerer',0,'2026-06-11 01:00:00','cancelled',NULL,NULL,NULL,2);
INSERT INTO deadline VALUES(185809305600034,'00a8fe19a8001f-2-3','task/185809305600030','warning','answerer',0,'2026-06-11 06:48:00','cancelled',NULL,NULL,NULL,2);
INSERT INTO deadline VALUES(185809305600035,'00a8fe19a8001f-2-3','task/185809305600030','overdue','answerer',0,'2026-06-12 01:00:00','cancelled',NULL,NULL,NULL,2);
INSERT INTO deadline VALUES(185809305600036,'00a8fe19a8001f-2-3','task/185809305600030','escalated','reviewer',1,'2026-06-16 01:00:00','cancelled',NULL,NULL,NULL,2);
INSERT INTO deadline VALUES(185809305600037,'00a8fe19a8001f-2-3','task/185809305600030','supervise-3','reviewer',2,'2026-06-22 01:00:00','cancelled',NULL,NULL,NULL,2);
INSERT INTO deadline VALUES(185809305600038,'00a8fe19a8001f-2-3','task/185809305600030','supervise-2','reviewer',3,'2026-06-29 01:00:00','cancelled',NULL,NULL,NULL,2);
INSERT INTO deadline VALUES(185809305600039,'00a8fe19a8001f-2-3','task/185809305600030','supervise-1','process-owner',4,'2026-07-13 01:00:00','cancelled',NULL,NULL,NULL,2);
INSERT INTO deadline VALUES(185809305600044,'00a8fe19a8001f-4-3','task/185809305600030','reminder','answerer',0,'2026-06-11 01:00:00','cancelled',NULL,NULL,NULL,2);
INSERT INTO deadline VALUES(185809305600045,'00a8fe19a8001f-4-3','task/185809305600030','warning','answerer',0,'2026-06-11 06:48:00','cancelled',NULL,NULL,NULL,2);
INSERT INTO deadline VALUES(185809305600046,'00a8fe19a8001f-4-3','task/185809305600030','overdue','answerer',0,'2026-06-12 01:00:00','cancelled',NULL,NULL,NULL,2);
INSERT INTO deadline VALUES(185809305600047,'00a8fe19a8001f-4-3','task/185809305600030','escalated','reviewer',1,'2026-06-16 01:00:00','cancelled',NULL,NULL,NULL,2);
INSERT INTO deadline VALUES(185809305600048,'00a8fe19a8001f-4-3','task/185809305600030','supervise-3','reviewer',2,'2026-06-22 01:00:00','cancelled',NULL,NULL,NULL,2);
INSERT INTO deadline VALUES(185809305600049,'00a8fe19a8001f-4-3','task/185809305600030','supervise-2','reviewer',3,'2026-06-29 01:00:00','cancelled',NULL,NULL,NULL,2);
INSERT INTO deadline VALUES(185809305600050,'00a8fe19a8001f-4-3','task/185809305600030','supervise-1','process-owner',4,'2026-07-13 01:00:00','cancelled',NULL,NULL,NULL,2);
INSERT INTO deadline VALUES(185809305600052,'00a8fe19a8001f-5-4-1-3','case/185809305600041','reminder','answerer',0,'2026-06-10 06:00:00','cancelled',NULL,NULL,NULL,2);
INSERT INTO deadline VALUES(185809305600053,'00a8fe19a8001f-5-4-1-3','case/185809305600041','warning','answerer',0,'2026-06-10 08:24:00','cancelled',NULL,NULL,NULL,2);
INSERT INTO deadline VALUES(185809305600054,'00a8fe19a8001f-5-4-1-3','case/185809305600041','overdue','answerer',0,'2026-06-11 01:00:00','cancelled',NULL,NULL,NULL,2);
INSERT INTO deadline VALUES(185809305600055,'00a8fe19a8001f-5-4-1-3','case/185809305600041','escalated','reviewer',1,'2026-06-15 01:00:00','cancelled',NULL,NULL,NULL,2);
INSERT INTO deadline VALUES(185809305600056,'00a8fe19a8001f-5-4-1-3','case/185809305600041','supervise-3','reviewer',2,'2026-06-18 01:00:00','cancelled',NULL,NULL,NULL,2);
INSERT INTO deadline VALUES(185809305600057,'00a8fe19a8001f-5-4-1-3','case/185809305600041','supervise-2','reviewer',3,'2026-06-26 01:00:00','cancelled',NULL,NULL,NULL,2);
INSERT INTO deadline VALUES(185809305600058,'00a8fe19a8001f-5-4-1-3','case/185809305600041','supervise-1','process-owner',4,'2026-07-10 01:00:00','cancelled',NULL,NULL,NULL,2);
INSERT INTO deadline VALUES(185809305600060,'00a8fe19a8001f-5-4-2-4','case/185809305600041','reminder','answerer',0,'2026-06-17 01:00:00','pending',NULL,NULL,NULL,1);
INSERT INTO deadline VALUES(185809305600061,'00a8fe19a8001f-5-4-2-4','case/185809305600041','warning','answerer,county-auditor',0,'2026-06-23 01:00:00','pending',NULL,NULL,NULL,1);
INSERT INTO deadline VALUES(185809305600062,'00a8fe19a8001f-5-4-2-4','case/185809305600041','overdue','answerer,county-auditor',0,'2026-06-25 01:00:00','pending',NULL,NULL,NULL,1);
INSERT INTO deadline VALUES(185809305600063,'00a8fe19a8001f-5-4-2-4','case/185809305600041','escalated','county-auditor',1,'2026-06-29 01:00:00','pending',NULL,NULL,NULL,1);
INSERT INTO deadline VALUES(185809305600064,'00a8fe19a8001f-5-4-2-4','case/185809305600041','supervise-3','reviewer',2,'2026-07-02 01:00:00','pending',NULL,NULL,NULL,1);
INSERT INTO deadline VALUES(185809305600065,'00a8fe19a8001f-5-4-2-4','case/185809305600041','supervise-2','reviewer',3,'2026-07-09 01:00:00','pending',NULL,NULL,NULL,1);
INSERT INTO deadline VALUES(185809305600066,'00a8fe19a8001f-5-4-2-4','case/185809305600041','supervise-1','process-owner',4,'2026-07-23 01:00:00','pending',NULL,NULL,NULL,1);
INSERT INTO deadline VALUES(185809305600071,'00a8fe19a80045-2-3','task/185809305600068','reminder','answerer',0,'2026-06-11 01:00:00','cancelled',NULL,NULL,NULL,2);
INSERT INTO deadline VALUES(185809305600072,'00a8fe19a80045-2-3','task/185809305600068','warning','answerer',0,'2026-06-11 06:48:00','cancelled',NULL,NULL,NULL,2);
INSERT INTO deadline VALUES(185809305600073,'00a8fe19a80045-2-3','task/185809305600068','overdue','answerer',0,'2026-06-12 01:00:00','cancelled',NULL,NULL,NULL,2);
INSERT INTO deadline VALUES(185809305600074,'00a8fe19a80045-2-3','task/185809305600068','escalated','reviewer',1,'2026-06-16 01:00:00','cancelled',NULL,NULL,NULL,2);
INSERT INTO deadline VALUES(185809305600075,'00a8fe19a80045-2-3','task/185809305600068','supervise-3','reviewer',2,'2026-06-22 01:00:00','cancelled',NULL,NULL,NULL,2);
INSERT INTO deadline VALUES(185809305600076,'00a8fe19a80045-2-3','task/185809305600068','supervise-2','reviewer',3,'2026-06-29 01:00:00','cancelled',NULL,NULL,NULL,2);
INSERT INTO deadline VALUES(185809305600077,'00a8fe19a80045-2-3','task/185809305600068','supervise-1','process-owner',4,'2026-07-13 01:00:00','cancelled',NULL,NULL,NULL,2);
INSERT INTO deadline VALUES(185809305600082,'00a8fe19a80045-4-3','task/185809305600068','reminder','answerer',0,'2026-06-11 01:00:00','cancelled',NULL,NULL,NULL,2);
INSERT INTO deadline VALUES(185809305600083,'00a8fe19a80045-4-3','task/185809305600068','warning','answerer',0,'2026-06-11 06:48:00','cancelled',NULL,NULL,NULL,2);
INSERT INTO deadline VALUES(185809305600084,'00a8fe19a80045-4-3','task/185809305600068','overdue','answerer',0,'2026-06-12 01:00:00','cancelled',NULL,NULL,NULL,2);
INSERT INTO deadline VALUES(185809305600085,'00a8fe19a80045-4-3','task/185809305600068','escalated','reviewer',1,'2026-06-16 01:00:00','cancelled',NULL,NULL,NULL,2);
INSERT INTO deadline VALUES(185809305600086,'00a8fe19a80045-4-3','task/185809305600068','supervise-3','reviewer',2,'2026-06-22 01:00:00','cancelled',NULL,NULL,NULL,2);
INSERT INTO deadline VALUES(185809305600087,'00a8fe19a80045-4-3','task/185809305600068','supervise-2','reviewer',3,'2026-06-29 01:00:00','cancelled',NULL,NULL,NULL,2);
INSERT INTO deadline VALUES(185809305600088,'00a8fe19a80045-4-3','task/185809305600068','supervise-1','process-owner',4,'2026-07-13 01:00:00','cancelled',NULL,NULL,NULL,2);
INSERT INTO deadline VALUES(185809305600090,'00a8fe19a80045-5-4-1-3','case/185809305600079','reminder','answerer',0,'2026-06-10 06:00:00','cancelled',NULL,NULL,NULL,2);
INSERT INTO deadline VALUES(185809305600091,'00a8fe19a80045-5-4-1-3','case/185809305600079','warning','answerer',0,'2026-06-10 08:24:00','cancelled',NULL,NULL,NULL,2);
INSERT INTO deadline VALUES(185809305600092,'00a8fe19a80045-5-4-1-3','case/185809305600079','overdue','answerer',0,'2026-06-11 01:00:00','cancelled',NULL,NULL,NULL,2);
INSERT INTO deadline VALUES(185809305600093,'00a8fe19a80045-5-4-1-3','case/185809305600079','escalated','reviewer',1,'2026-06-15 01:00:00','cancelled',NULL,NULL,NULL,2);
INSERT INTO deadline VALUES(185809305600094,'00a8fe19a80045-5-4-1-3','case/185809305600079','supervise-3','reviewer',2,'2026-06-18 01:00:00','cancelled',NULL,NULL,NULL,2);
INSERT INTO deadline VALUES(185809305600095,'00a8fe19a80045-5-4-1-3','case/185809305600079','supervise-2','reviewer',3,'2026-06-26 01:00:00','cancelled',NULL,NULL,NULL,2);
INSERT INTO deadline VALUES(185809305600096,'00a8fe19a80045-5-4-1-3','case/185809305600079','supervise-1','process-owner',4,'2026-07-10 01:00:00','cancelled',NULL,NULL,NULL,2);
INSERT INTO deadline VALUES(185809305600098,'00a8fe19a80045-5-4-2-4','case/185809305600079','reminder','answerer',0,'2026-06-17 01:00:00','cancelled',NULL,NULL,NULL,2);
INSERT INTO deadline VALUES(185809305600099,'00a8fe19a80045-5-4-2-4','case/185809305600079','warning','answerer,county-auditor',0,'2026-06-23 01:00:00','cancelled',NULL,NULL,NULL,2);
INSERT INTO deadline VALUES(185809305600100,'00a8fe19a80045-5-4-2-4','case/185809305600079','overdue','answerer,county-auditor',0,'2026-06-25 01:00:00','cancelled',NULL,NULL,NULL,2);
INSERT INTO deadline VALUES(185809305600101,'00a8fe19a80045-5-4-2-4','case/185809305600079','escalated','county-auditor',1,'2026-06-29 01:00:00','cancelled',NULL,NULL,NULL,2);
INSERT INTO deadline VALUES(185809305600102,'00a8fe19a80045-5-4-2-4','case/185809305600079','supervise-3','reviewer',2,'2026-07-02 01:00:00','cancelled',NULL,NULL,NULL,2);
INSERT INTO deadline VALUES(185809305600103,'00a8fe19a80045-5-4-2-4','case/185809305600079','supervise-2','reviewer',3,'2026-07-09 01:00:00','cancelled',NULL,NULL,NULL,2);
INSERT INTO deadline VALUES(185809305600104,'00a8fe19a80045-5-4-2-4','case/185809305600079','supervise-1','process-owner',4,'2026-07-23 01:00:00','cancelled',NULL,NULL,NULL,2);
INSERT INTO deadline VALUES(185809305600107,'00a8fe19a80045-5-4-3-5','case/185809305600079','reminder','answerer',0,'2026-06-11 01:00:00','pending',NULL,NULL,NULL,1);
INSERT INTO deadline VALUES(185809305600108,'00a8fe19a80045-5-4-3-5','case/185809305600079','warning','answerer',0,'2026-06-11 06:48:00','pending',NULL,NULL,NULL,1);
INSERT INTO deadline VALUES(185809305600109,'00a8fe19a80045-5-4-3-5','case/185809305600079','overdue','answerer',0,'2026-06-12 01:00:00','pending',NULL,NULL,NULL,1);
INSERT INTO deadline VALUES(185809305600110,'00a8fe19a80045-5-4-3-5','case/185809305600079','escalated','reviewer',1,'2026-06-16 01:00:00','pending',NULL,NULL,NULL,1);
INSERT INTO deadline VALUES(185809305600111,'00a8fe19a80045-5-4-3-5','case/185809305600079','supervise-3','reviewer',2,'2026-06-22 01:00:00','pending',NULL,NULL,NULL,1);
INSERT INTO deadline VALUES(185809305600112,'00a8fe19a80045-5-4-3-5','case/185809305600079','supervise-2','reviewer',3,'2026-06-29 01:00:00','pending',NULL,NULL,NULL,1);
INSERT INTO deadline VALUES(185809305600113,'00a8fe19a80045-5-4-3-5','case/185809305600079','supervise-1','process-owner',4,'2026-07-13 01:00:00','pending',NULL,NULL,NULL,1);
INSERT INTO deadline VALUES(185809305600118,'00a8fe19a80074-2-3','task/185809305600115','reminder','answerer',0,'2026-06-11 01:00:00','pending',NULL,NULL,NULL,1);
INSERT INTO deadline VALUES(185809305600119,'00a8fe19a80074-2-3','task/185809305600115','warning','answerer',0,'2026-06-11 06:48:00','pending',NULL,NULL,NULL,1);
INSERT INTO deadline VALUES(185809305600120,'00a8fe19a80074-2-3','task/185809305600115','overdue','answerer',0,'2026-06-12 01:00:00','pending',NULL,NULL,NULL,1);
INSERT INTO deadline VALUES(185809305600121,'00a8fe19a80074-2-3','task/185809305600115','escalated','reviewer',1,'2026-06-16 01:00:00','pending',NULL,NULL,NULL,1);
INSERT INTO deadline VALUES(185809305600122,'00a8fe19a80074-2-3','task/185809305600115','supervise-3','reviewer',2,'2026-06-22 01:00:00','pending',NULL,NULL,NULL,1);
INSERT INTO deadline VALUES(185809305600123,'00a8fe19a80074-2-3','task/185809305600115','supervise-2','reviewer',3,'2026-06-29 01:00:00','pending',NULL,NULL,NULL,1);
INSERT INTO deadline VALUES(185809305600124,'00a8fe19a80074-2-3','task/185809305600115','supervise-1','process-owner',4,'2026-07-13 01:00:00','pending',NULL,NULL,NULL,1);
CREATE TABLE IF NOT EXISTS "definition" (
    "definition_id" TEXT NOT NULL,
    "definition_version" INTEGER NOT NULL,
    "content_hash" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "json" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "is_latest_published" INTEGER NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    "published_at" TEXT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "PK_definition" PRIMARY KEY ("definition_id", "definition_version")
);
INSERT INTO definition VALUES('online-audit',1,'e3445939519d86b9c6af46dac58e7830bfc6d667051d47b9901b55fd3d6c0ef3','在线稽查',replace('{\n  "$schema": "https://elsaworkflows.io/schemas/workflow-definition/v3.0.0/schema.json",\n  "id": "online-audit-v1",\n  "definitionId": "online-audit",\n  "name": "在线稽查",\n  "description": "签收 → 稽查处理 → 单位审核 → 复核（可退回）→ 评价考核 → 持续改进 → 归档；每张工单一个实例。",\n  "createdAt": "2026-11-22T00:00:00+00:00",\n  "version": 1,\n  "toolVersion": "3.8.2.0",\n  "variables": [],\n  "inputs": [\n    {\n      "type": "Int64",\n      "isArray": false,\n      "name": "Item",\n      "displayName": "工单标识",\n      "description": "Id of the case, given by the task",\n      "category": "Primitives",\n      "uiHint": "single-line",\n      "storageDriverType": null\n    }\n  ],\n  "outputs": [],\n  "outcomes": [],\n  "customProperties": {},\n  "isReadonly": false,\n  "isLatest": true,\n  "isPublished": true,\n  "options": {\n    "autoUpdateConsumingWorkflows": false\n  },\n  "root": {\n    "id": "root",\n    "nodeId": "Workflow1:root",\n    "name": "Flowchart1",\n    "type": "Elsa.Flowchart",\n    "version": 1,\n    "customProperties": {\n      "canStartWorkflow": false,\n      "runAsynchronously": false\n    },\n    "metadata": {},\n    "variables": [],\n    "activities": [\n      {\n        "id": "sign-in",\n        "nodeId": "Workflow1:root:sign-in",\n        "name": "SignIn_sign_in",\n        "type": "Audit.SignIn",\n        "version": 1,\n        "customProperties": {\n          "canStartWorkflow": false,\n          "runAsynchronously": false\n        },\n        "metadata": {\n          "displayText": "签收",\n          "description": "责任单位确认收到工单",\n          "designer": {\n            "position": {\n              "x": 40.0,\n              "y": 200.0\n            },\n            "size": {\n              "width": 200.0,\n              "height": 56.0\n            }\n          }\n        },\n        "role": {\n          "typeName": "String",\n          "expression": {\n            "type": "Literal",\n            "value": "county-auditor"\n          }\n        },\n        "orgRule": {\n          "typeName": "String",\n          "expression": {\n            "type": "Literal",\n            "value": "county"\n          }\n        },\n        "assignment": {\n          "typeName": "String",\n          "expression": {\n            "type": "Literal",\n            "value": "role"\n          }\n        },\n        "form": {\n          "typeName": "String",\n          "expression": {\n            "type": "Literal",\n            "value": "sign-in"\n          }\n        },\n        "formVersion": {\n          "typeName": "Int32",\n          "expression": {\n            "type": "Literal",\n            "value": 1\n          }\n        },\n        "outcomes": {\n          "typeName": "Object",\n          "expression": {\n            "type": "Object",\n            "value": "[\"签收\", \"退回\"]"\n          }\n        },\n        "outcomeOptions": {\n          "typeName": "Object",\n          "expression": {\n            "type": "Object",\n            "value": "{\"签收\": {\"en\": \"Sign in\", \"primary\": true}, \"退回\": {\"en\": \"Refuse\", \"commentRequired\": true, \"return\": true}}"\n          }\n        },\n        "slaHoursCritical": {\n          "typeName": "Decimal",\n          "expression": {\n            "type": "Literal",\n            "value": 4\n          }\n        },\n        "slaHoursUrgent": {\n          "typeName": "Decimal",\n          "expression": {\n            "type": "Literal",\n            "value": 8\n          }\n        },\n        "slaHoursNormal": {\n          "typeName": "Decimal",\n          "expression": {\n            "type": "Literal",\n            "value": 8\n          }\n        },\n        "ladder": {\n          "typeName": "Object",\n          "expression": {\n            "type": "Object",\n            "value": "[{\"step\": \"reminder\", \"percent\": 50, \"to\": \"answerer\"}, {\"step\": \"warning\", \"percent\": 80, \"to\": \"answerer\"}, {\"step\": \"overdue\", \"percent\": 100, \"to\": \"answerer\"}, {\"step\": \"escalated\", \"overdueDays\": 2, \"to\": \"reviewer\", \"level\": 1}, {\"step\": \"supervise-3\", \"overdueDays\": 5, \"to\": \"reviewer\", \"level\": 2}, {\"step\": \"supervise-2\", \"overdueDays\": 10, \"to\": \"reviewer\", \"level\": 3}, {\"step\": \"supervise-1\", \"overdueDays\": 20, \"to\": \"process-owner\", \"level\": 4}]"\n          }\n        },\n        "stage": {\n          "typeName": "String",\n          "expression": {\n            "type": "Literal",\n            "value": "dispatch"\n          }\n        },\n        "caseState": {\n          "typeName": "String",\n          "expression": {\n            "type": "Literal",\n            "value": "dispatched"\n          }\n        }\n      },\n      {\n        "id": "handle",\n        "nodeId": "Workflow1:root:handle",\n        "name": "Handle_handle",\n        "type": "Audit.Handle",\n        "version": 1,\n        "customProperties": {\n          "canStartWorkflow": false,\n          "runAsynchronously": false\n        },\n        "metadata": {\n          "displayText": "稽查处理",\n          "description": "核查明细，回复结论与佐证",\n          "designer": {\n            "position": {\n              "x": 320.0,\n              "y": 200.0\n            },\n            "size": {\n              "width": 200.0,\n              "height": 56.0\n            }\n          }\n        },\n        "role": {\n          "typeName": "String",\n          "expression": {\n            "type": "Literal",\n            "value": "handler"\n          }\n        },\n        "orgRule": {\n          "typeName": "String",\n          "expression": {\n            "type": "Literal",\n            "value": "case-unit"\n          }\n        },\n        "assignment": {\n          "typeName": "String",\n          "expression": {\n            "type": "Literal",\n            "value": "same-person"\n          }\n        },\n        "form": {\n          "typeName": "String",\n          "expression": {\n            "type": "Literal",\n            "value": "handling-reply"\n          }\n        },\n        "formVersion": {\n          "typeName": "Int32",\n          "expression": {\n            "type": "Literal",\n            "value": 1\n          }\n        },\n        "outcomes": {\n          "typeName": "Object",\n          "expression": {\n            "type": "Object",\n            "value": "[\"提交\"]"\n          }\n        },\n        "outcomeOptions": {\n          "typeName": "Object",\n          "expression": {\n            "type": "Object",\n            "value": "{\"提交\": {\"en\": \"Reply\", \"primary\": true}}"\n          }\n        },\n        "slaHoursCritical": {\n          "typeName": "Decimal",\n          "expression": {\n            "type": "Literal",\n            "value": 16\n          }\n        },\n        "slaHoursUrgent": {\n          "typeName": "Decimal",\n          "expression": {\n            "type": "Literal",\n            "value": 40\n          }\n        },\n        "slaHoursNormal": {\n          "typeName": "Decimal",\n          "expression": {\n            "type": "Literal",\n            "value": 80\n          }\n        },\n        "ladder": {\n          "typeName": "Object",\n          "expression": {\n            "type": "Object",\n            "value": "[{\"step\": \"reminder\", \"percent\": 50, \"to\": \"answerer\"}, {\"step\": \"warning\", \"percent\": 80, \"to\": \"answerer,county-auditor\"}, {\"step\": \"overdue\", \"percent\": 100, \"to\": \"answerer,county-auditor\"}, {\"step\": \"escalated\", \"overdueDays\": 2, \"to\": \"county-auditor\", \"level\": 1}, {\"step\": \"supervise-3\", \"overdueDays\": 5, \"to\": \"reviewer\", \"level\": 2}, {\"step\": \"supervise-2\", \"overdueDays\": 10, \"to\": \"reviewer\", \"level\": 3}, {\"step\": \"supervise-1\", \"overdueDays\": 20, \"to\": \"process-owner\", \"level\": 4}]"\n          }\n        },\n        "stage": {\n          "typeName": "String",\n          "expression": {\n            "type": "Literal",\n            "value": "handle"\n          }\n        },\n        "caseState": {\n          "typeName": "String",\n          "expression": {\n            "type": "Literal",\n            "value": "handling"\n          }\n        }\n      },\n      {\n        "id": "unit-review",\n        "nodeId": "Workflow1:root:unit-review",\n        "name": "UnitReview_unit_review",\n        "type": "Audit.UnitReview",\n        "version": 1,\n        "customProperties": {\n          "canStartWorkflow": false,\n          "runAsynchronously": false\n        },\n        "metadata": {\n          "displayText": "单位审核",\n          "description": "县公司审核处理回复",\n          "designer": {\n            "position": {\n              "x": 600.0,\n              "y": 200.0\n            },\n            "size": {\n              "width": 200.0,\n              "height": 56.0\n            }\n          }\n        },\n        "role": {\n          "typeName": "String",\n          "expression": {\n            "type": "Literal",\n            "value": "county-auditor"\n          }\n        },\n        "orgRule": {\n          "typeName": "String",\n          "expression": {\n            "type": "Literal",\n            "value": "county"\n          }\n        },\n        "assignment": {\n          "typeName": "String",\n          "expression": {\n            "type": "Literal",\n            "value": "role"\n          }\n        },\n        "form": {\n          "typeName": "String",\n          "expression": {\n            "type": "Literal",\n            "value": "unit-review"\n          }\n        },\n        "formVersion": {\n          "typeName": "Int32",\n          "expression": {\n            "type": "Literal",\n            "value": 1\n          }\n        },\n        "outcomes": {\n          "typeName": "Object",\n          "expression": {\n            "type": "Object",\n            "value": "[\"同意\", \"退回\"]"\n          }\n        },\n        "outcomeOptions": {\n          "typeName": "Object",\n          "expression": {\n            "type": "Object",\n            "value": "{\"同意\": {\"en\": \"Agree\", \"primary\": true}, \"退回\": {\"en\": \"Return\", \"commentRequired\": true, \"return\": true}}"\n          }\n        },\n        "slaHoursCritical": {\n          "typeName": "Decimal",\n          "expression": {\n            "type": "Literal",\n            "value": 4\n          }\n        },\n        "slaHoursUrgent": {\n          "typeName": "Decimal",\n          "expression": {\n            "type": "Literal",\n            "value": 8\n          }\n        },\n        "slaHoursNormal": {\n          "typeName": "Decimal",\n          "expression": {\n            "type": "Literal",\n            "value": 16\n          }\n        },\n        "ladder": {\n          "typeName": "Object",\n          "expression": {\n            "type": "Object",\n            "value": "[{\"step\": \"reminder\", \"percent\": 50, \"to\": \"answerer\"}, {\"step\": \"warning\", \"percent\": 80, \"to\": \"answerer\"}, {\"step\": \"overdue\", \"percent\": 100, \"to\": \"answerer\"}, {\"step\": \"escalated\", \"overdueDays\": 2, \"to\": \"reviewer\", \"level\": 1}, {\"step\": \"supervise-3\", \"overdueDays\": 5, \"to\": \"reviewer\", \"level\": 2}, {\"step\": \"supervise-2\", \"overdueDays\": 10, \"to\": \"reviewer\", \"level\": 3}, {\"step\": \"supervise-1\", \"overdueDays\": 20, \"to\": \"process-owner\", \"level\": 4}]"\n          }\n        },\n        "stage": {\n          "typeName": "String",\n          "expression": {\n            "type": "Literal",\n            "value": "recheck"\n          }\n        },\n        "caseState": {\n          "typeName": "String",\n          "expression": {\n            "type": "Literal",\n            "value": "unit-review"\n          }\n        }\n      },\n      {\n        "id": "recheck",\n        "nodeId": "Workflow1:root:recheck",\n        "name": "Recheck_recheck",\n        "type": "Audit.Recheck",\n        "version": 1,\n        "customProperties": {\n          "canStartWorkflow": false,\n          "runAsynchronously": false\n        },\n        "metadata": {\n          "displayText": "复核",\n          "description": "市公司复核回复与佐证",\n          "designer": {\n            "position": {\n              "x": 880.0,\n              "y": 200.0\n            },\n            "size": {\n              "width": 200.0,\n              "height": 56.0\n            }\n          }\n        },\n        "role": {\n          "typeName": "String",\n          "expression": {\n            "type": "Literal",\n            "value": "reviewer"\n          }\n        },\n        "orgRule": {\n          "typeName": "String",\n          "expression": {\n            "type": "Literal",\n            "value": "city"\n          }\n        },\n        "assignment": {\n          "typeName": "String",\n          "expression": {\n            "type": "Literal",\n            "value": "role"\n          }\n        },\n        "form": {\n          "typeName": "String",\n          "expression": {\n            "type": "Literal",\n            "value": "recheck"\n          }\n        },\n        "formVersion": {\n          "typeName": "Int32",\n          "expression": {\n            "type": "Literal",\n            "value": 1\n          }\n        },\n        "outcomes": {\n          "typeName": "Object",\n          "expression": {\n            "type": "Object",\n            "value": "[\"通过\", \"退回\"]"\n          }\n        },\n        "outcomeOptions": {\n          "typeName": "Object",\n          "expression": {\n            "type": "Object",\n            "value": "{\"通过\": {\"en\": \"Pass\", \"primary\": true}, \"退回\": {\"en\": \"Return\", \"commentRequired\": true, \"return\": true}}"\n          }\n        },\n        "slaHoursCritical": {\n          "typeName": "Decimal",\n          "expression": {\n            "type": "Literal",\n            "value": 8\n          }\n        },\n        "slaHoursUrgent": {\n          "typeName": "Decimal",\n          "expression": {\n            "type": "Literal",\n            "value": 16\n          }\n        },\n        "slaHoursNormal": {\n          "typeName": "Decimal",\n          "expression": {\n            "type": "Literal",\n            "value": 24\n          }\n        },\n        "ladder": {\n          "typeName": "Object",\n          "expression": {\n            "type": "Object",\n            "value": "[{\"step\": \"reminder\", \"percent\": 50, \"to\": \"answerer\"}, {\"step\": \"warning\", \"percent\": 80, \"to\": \"answerer\"}, {\"step\": \"overdue\", \"percent\": 100, \"to\": \"answerer\"}, {\"step\": \"escalated\", \"overdueDays\": 2, \"to\": \"process-owner\", \"level\": 1}, {\"step\": \"supervise-3\", \"overdueDays\": 5, \"to\": \"reviewer\", \"level\": 2}, {\"step\": \"supervise-2\", \"overdueDays\": 10, \"to\": \"reviewer\", \"level\": 3}, {\"step\": \"supervise-1\", \"overdueDays\": 20, \"to\": \"process-owner\", \"level\": 4}]"\n          }\n        },\n        "stage": {\n          "typeName": "String",\n          "expression": {\n            "type": "Literal",\n            "value": "recheck"\n          }\n        },\n        "caseState": {\n          "typeName": "String",\n          "expression": {\n            "type": "Literal",\n            "value": "recheck"\n          }\n        }\n      },\n      {\n        "id": "evaluate",\n        "nodeId": "Workflow1:root:evaluate",\n        "name": "Evaluate_evaluate",\n        "type": "Audit.Evaluate",\n        "version": 1,\n        "customProperties": {\n          "canStartWorkflow": false,\n          "runAsynchronously": false\n        },\n        "metadata": {\n          "displayText": "评价考核",\n          "description": "对责任单位评分",\n          "designer": {\n            "position": {\n              "x": 1160.0,\n              "y": 200.0\n            },\n            "size": {\n              "width": 200.0,\n              "height": 56.0\n            }\n          }\n        },\n        "role": {\n          "typeName": "String",\n          "expression": {\n            "type": "Literal",\n            "value": "reviewer"\n          }\n        },\n        "orgRule": {\n          "typeName": "String",\n          "expression": {\n            "type": "Literal",\n            "value": "city"\n          }\n        },\n        "assignment": {\n          "typeName": "String",\n          "expression": {\n            "type": "Literal",\n            "value": "role"\n          }\n        },\n        "form": {\n          "typeName": "String",\n          "expression": {\n            "type": "Literal",\n            "value": "evaluation"\n          }\n        },\n        "formVersion": {\n          "typeName": "Int32",\n          "expression": {\n            "type": "Literal",\n            "value": 1\n          }\n        },\n        "outcomes": {\n          "typeName": "Object",\n          "expression": {\n            "type": "Object",\n            "value": "[\"完成\"]"\n          }\n        },\n        "outcomeOptions": {\n          "typeName": "Object",\n          "expression": {\n            "type": "Object",\n            "value": "{\"完成\": {\"en\": \"Evaluated\", \"primary\": true}}"\n          }\n        },\n        "slaHoursCritical": {\n          "typeName": "Decimal",\n          "expression": {\n            "type": "Literal",\n            "value": 8\n          }\n        },\n        "slaHoursUrgent": {\n          "typeName": "Decimal",\n          "expression": {\n            "type": "Literal",\n            "value": 16\n          }\n        },\n        "slaHoursNormal": {\n          "typeName": "Decimal",\n          "expression": {\n            "type": "Literal",\n            "value": 24\n          }\n        },\n        "ladder": {\n          "typeName": "Object",\n          "expression": {\n            "type": "Object",\n            "value": "[{\"step\": \"reminder\", \"percent\": 50, \"to\": \"answerer\"}, {\"step\": \"warning\", \"percent\": 80, \"to\": \"answerer\"}, {\"step\": \"overdue\", \"percent\": 100, \"to\": \"answerer\"}, {\"step\": \"escalated\", \"overdueDays\": 2, \"to\": \"process-owner\", \"level\": 1}, {\"step\": \"supervise-3\", \"overdueDays\": 5, \"to\": \"reviewer\", \"level\": 2}, {\"step\": \"supervise-2\", \"overdueDays\": 10, \"to\": \"reviewer\", \"level\": 3}, {\"step\": \"supervise-1\", \"overdueDays\": 20, \"to\": \"process-owner\", \"level\": 4}]"\n          }\n        },\n        "stage": {\n          "typeName": "String",\n          "expression": {\n            "type": "Literal",\n            "value": "evaluate"\n          }\n        },\n        "caseState": {\n          "typeName": "String",\n          "expression": {\n            "type": "Literal",\n            "value": "evaluating"\n          }\n        }\n      },\n      {\n        "id": "improve",\n        "nodeId": "Workflow1:root:improve",\n        "name": "Improve_improve",\n        "type": "Audit.Improve",\n        "version": 1,\n        "customProperties": {\n          "canStartWorkflow": false,\n          "runAsynchronously": false\n        },\n        "metadata": {\n          "displayText": "持续改进",\n          "description": "确定根因与改进措施",\n          "designer": {\n            "position": {\n              "x": 1440.0,\n              "y": 200.0\n            },\n            "size": {\n              "width": 200.0,\n              "height": 56.0\n            }\n          }\n        },\n        "role": {\n          "typeName": "String",\n          "expression": {\n            "type": "Literal",\n            "value": "process-owner"\n          }\n        },\n        "orgRule": {\n          "typeName": "String",\n          "expression": {\n            "type": "Literal",\n            "value": "city"\n          }\n        },\n        "assignment": {\n          "typeName": "String",\n          "expression": {\n            "type": "Literal",\n            "value": "role"\n          }\n        },\n        "form": {\n          "typeName": "String",\n          "expression": {\n            "type": "Literal",\n            "value": "improvement"\n          }\n        },\n        "formVersion": {\n          "typeName": "Int32",\n          "expression": {\n            "type": "Literal",\n            "value": 1\n          }\n        },\n        "outcomes": {\n          "typeName": "Object",\n          "expression": {\n            "type": "Object",\n            "value": "[\"完成\"]"\n          }\n        },\n        "outcomeOptions": {\n          "typeName": "Object",\n          "expression": {\n            "type": "Object",\n            "value": "{\"完成\": {\"en\": \"Improved\", \"primary\": true}}"\n          }\n        },\n        "slaHoursCritical": {\n          "typeName": "Decimal",\n          "expression": {\n            "type": "Literal",\n            "value": 80\n          }\n        },\n        "slaHoursUrgent": {\n          "typeName": "Decimal",\n          "expression": {\n            "type": "Literal",\n            "value": 160\n          }\n        },\n        "slaHoursNormal": {\n          "typeName": "Decimal",\n          "expression": {\n            "type": "Literal",\n            "value": 480\n          }\n        },\n        "ladder": {\n          "typeName": "Object",\n          "expression": {\n            "type": "Object",\n            "value": "[{\"step\": \"reminder\", \"percent\": 50, \"to\": \"answerer\"}, {\"step\": \"warning\", \"percent\": 80, \"to\": \"answerer\"}, {\"step\": \"overdue\", \"percent\": 100, \"to\": \"answerer\"}, {\"step\": \"escalated\", \"overdueDays\": 2, \"to\": \"reviewer\", \"level\": 1}, {\"step\": \"supervise-3\", \"overdueDays\": 5, \"to\": \"reviewer\", \"level\": 2}, {\"step\": \"supervise-2\", \"overdueDays\": 10, \"to\": \"reviewer\", \"level\": 3}, {\"step\": \"supervise-1\", \"overdueDays\": 20, \"to\": \"process-owner\", \"level\": 4}]"\n          }\n        },\n        "stage": {\n          "typeName": "String",\n          "expression": {\n            "type": "Literal",\n            "value": "improve"\n          }\n        },\n        "caseState": {\n          "typeName": "String",\n          "expression": {\n            "type": "Literal",\n            "value": "improving"\n          }\n        }\n      },\n      {\n        "id": "close",\n        "nodeId": "Workflow1:root:close",\n        "name": "Close_close",\n        "type": "Audit.Close",\n        "version": 1,\n        "customProperties": {\n          "canStartWorkflow": false,\n          "runAsynchronously": false\n        },\n        "metadata": {\n          "displayText": "归档",\n          "description": "属实且有根因的写入隐患库",\n          "designer": {\n            "position": {\n              "x": 1720.0,\n              "y": 200.0\n            },\n            "size": {\n              "width": 200.0,\n              "height": 56.0\n            }\n          }\n        },\n        "result": {\n          "typeName": "String",\n          "expression": {\n            "type": "Literal",\n            "value": "closed"\n          }\n        },\n        "caseState": {\n          "typeName": "String",\n          "expression": {\n            "type": "Literal",\n            "value": "closed"\n          }\n        },\n        "writeHazard": {\n          "typeName": "Boolean",\n          "expression": {\n            "type": "Literal",\n            "value": true\n          }\n        }\n      },\n      {\n        "id": "refused",\n        "nodeId": "Workflow1:root:refused",\n        "name": "Close_refused",\n        "type": "Audit.Close",\n        "version": 1,\n        "customProperties": {\n          "canStartWorkflow": false,\n          "runAsynchronously": false\n        },\n        "metadata": {\n          "displayText": "退回分析员",\n          "description": "不属于本单位，异常交还分析员重新组单",\n          "designer": {\n            "position": {\n              "x": 320.0,\n              "y": 380.0\n            },\n            "size": {\n              "width": 200.0,\n              "height": 56.0\n            }\n          }\n        },\n        "result": {\n          "typeName": "String",\n          "expression": {\n            "type": "Literal",\n            "value": "returned"\n          }\n        },\n        "caseState": {\n          "typeName": "String",\n          "expression": {\n            "type": "Literal",\n            "value": "returned"\n          }\n        },\n        "writeHazard": {\n          "typeName": "Boolean",\n          "expression": {\n            "type": "Literal",\n            "value": false\n          }\n        }\n      },\n      {\n        "id": "end",\n        "nodeId": "Workflow1:root:end",\n        "name": "End_end",\n        "type": "Elsa.End",\n        "version": 1,\n        "customProperties": {\n          "canStartWorkflow": false,\n          "runAsynchronously": false\n        },\n        "metadata": {\n          "displayText": "结束",\n          "description": "",\n          "designer": {\n            "position": {\n              "x": 2000.0,\n              "y": 200.0\n            },\n            "size": {\n              "width": 200.0,\n              "height": 56.0\n            }\n          }\n        }\n      }\n    ],\n    "connections": [\n      {\n        "source": {\n          "activity": "sign-in",\n          "port": "签收"\n        },\n        "target": {\n          "activity": "handle",\n          "port": "In"\n        },\n        "vertices": []\n      },\n      {\n        "source": {\n          "activity": "sign-in",\n          "port": "退回"\n        },\n        "target": {\n          "activity": "refused",\n          "port": "In"\n        },\n        "vertices": []\n      },\n      {\n        "source": {\n          "activity": "handle",\n          "port": "提交"\n        },\n        "target": {\n          "activity": "unit-review",\n          "port": "In"\n        },\n        "vertices": []\n      },\n      {\n        "source": {\n          "activity": "unit-review",\n          "port": "同意"\n        },\n        "target": {\n          "activity": "recheck",\n          "port": "In"\n        },\n        "vertices": []\n      },\n      {\n        "source": {\n          "activity": "unit-review",\n          "port": "退回"\n        },\n        "target": {\n          "activity": "handle",\n          "port": "In"\n        },\n        "vertices": [\n          {\n            "x": 700.0,\n            "y": 140.0\n          },\n          {\n            "x": 420.0,\n            "y": 140.0\n          }\n        ]\n      },\n      {\n        "source": {\n          "activity": "recheck",\n          "port": "通过"\n        },\n        "target": {\n          "activity": "evaluate",\n          "port": "In"\n        },\n        "vertices": []\n      },\n      {\n        "source": {\n          "activity": "recheck",\n          "port": "退回"\n        },\n        "target": {\n          "activity": "handle",\n          "port": "In"\n        },\n        "vertices": [\n          {\n            "x": 980.0,\n            "y": 80.0\n          },\n          {\n            "x": 380.0,\n            "y": 80.0\n          }\n        ]\n      },\n      {\n        "source": {\n          "activity": "evaluate",\n          "port": "完成"\n        },\n        "target": {\n          "activity": "improve",\n          "port": "In"\n        },\n        "vertices": []\n      },\n      {\n        "source": {\n          "activity": "improve",\n          "port": "完成"\n        },\n        "target": {\n          "activity": "close",\n          "port": "In"\n        },\n        "vertices": []\n      },\n      {\n        "source": {\n          "activity": "close",\n          "port": "Done"\n        },\n        "target": {\n          "activity": "end",\n          "port": "In"\n        },\n        "vertices": []\n      }\n    ]\n  }\n}\n','\n',char(10)),'published',1,'system','2026-06-10 01:00:00','2026-06-10 01:00:00',2);
INSERT INTO definition VALUES('audit-task',1,'9c0b1b9414add62a36a5d7f34447b09c5a968e8c3bfded17d797abf2ef1fa3fa','稽查任务',replace('{\n  "$schema": "https://elsaworkflows.io/schemas/workflow-definition/v3.0.0/schema.json",\n  "id": "audit-task-v1",\n  "definitionId": "audit-task",\n  "name": "稽查任务",\n  "description": "在线监控 → 生成任务 → 派发工单；每张工单启动一个在线稽查流程，全部归档后任务结束。",\n  "createdAt": "2026-11-22T00:00:00+00:00",\n  "version": 1,\n  "toolVersion": "3.8.2.0",\n  "variables": [\n    {\n      "id": "case-ids",\n      "name": "CaseIds",\n      "typeName": "Object",\n      "isArray": false,\n      "value": null,\n      "storageDriverTypeName": "Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core"\n    }\n  ],\n  "inputs": [],\n  "outputs": [],\n  "outcomes": [],\n  "customProperties": {},\n  "isReadonly": false,\n  "isLatest": true,\n  "isPublished": true,\n  "options": {\n    "autoUpdateConsumingWorkflows": false\n  },\n  "root": {\n    "id": "root",\n    "nodeId": "Workflow1:root",\n    "name": "Flowchart1",\n    "type": "Elsa.Flowchart",\n    "version": 1,\n    "customProperties": {\n      "canStartWorkflow": false,\n      "runAsynchronously": false\n    },\n    "metadata": {},\n    "variables": [],\n    "activities": [\n      {\n        "id": "monitor",\n        "nodeId": "Workflow1:root:monitor",\n        "name": "Monitor_monitor",\n        "type": "Audit.Monitor",\n        "version": 1,\n        "customProperties": {\n          "canStartWorkflow": false,\n          "runAsynchronously": false\n        },\n        "metadata": {\n          "displayText": "在线监控",\n          "description": "接收异常并分析研判",\n          "designer": {\n            "position": {\n              "x": 40.0,\n              "y": 200.0\n            },\n            "size": {\n              "width": 200.0,\n              "height": 56.0\n            }\n          }\n        },\n        "themes": {\n          "typeName": "Object",\n          "expression": {\n            "type": "Object",\n            "value": "[]"\n          }\n        },\n        "role": {\n          "typeName": "String",\n          "expression": {\n            "type": "Literal",\n            "value": "analyst"\n          }\n        },\n        "orgRule": {\n          "typeName": "String",\n          "expression": {\n            "type": "Literal",\n            "value": "city"\n          }\n        },\n        "assignment": {\n          "typeName": "String",\n          "expression": {\n            "type": "Literal",\n            "value": "role"\n          }\n        },\n        "form": {\n          "typeName": "String",\n          "expression": {\n            "type": "Literal",\n            "value": "triage"\n          }\n        },\n        "formVersion": {\n          "typeName": "Int32",\n          "expression": {\n            "type": "Literal",\n            "value": 1\n          }\n        },\n        "outcomes": {\n          "typeName": "Object",\n          "expression": {\n            "type": "Object",\n            "value": "[\"需处理\", \"不处理\"]"\n          }\n        },\n        "outcomeOptions": {\n          "typeName": "Object",\n          "expression": {\n            "type": "Object",\n            "value": "{\"需处理\": {\"en\": \"To handle\", \"primary\": true, \"decision\": \"to-handle\"}, \"不处理\": {\"en\": \"Ignore\", \"commentRequired\": true, \"decision\": \"ignored\"}}"\n          }\n        },\n        "slaHoursCritical": {\n          "typeName": "Decimal",\n          "expression": {\n            "type": "Literal",\n            "value": 4\n          }\n        },\n        "slaHoursUrgent": {\n          "typeName": "Decimal",\n          "expression": {\n            "type": "Literal",\n            "value": 8\n          }\n        },\n        "slaHoursNormal": {\n          "typeName": "Decimal",\n          "expression": {\n            "type": "Literal",\n            "value": 24\n          }\n        },\n        "ladder": {\n          "typeName": "Object",\n          "expression": {\n            "type": "Object",\n            "value": "[{\"step\": \"reminder\", \"percent\": 50, \"to\": \"answerer\"}, {\"step\": \"warning\", \"percent\": 80, \"to\": \"answerer\"}, {\"step\": \"overdue\", \"percent\": 100, \"to\": \"answerer\"}, {\"step\": \"escalated\", \"overdueDays\": 2, \"to\": \"reviewer\", \"level\": 1}, {\"step\": \"supervise-3\", \"overdueDays\": 5, \"to\": \"reviewer\", \"level\": 2}, {\"step\": \"supervise-2\", \"overdueDays\": 10, \"to\": \"reviewer\", \"level\": 3}, {\"step\": \"supervise-1\", \"overdueDays\": 20, \"to\": \"process-owner\", \"level\": 4}]"\n          }\n        },\n        "stage": {\n          "typeName": "String",\n          "expression": {\n            "type": "Literal",\n            "value": "monitor"\n          }\n        },\n        "caseState": {\n          "typeName": "String",\n          "expression": {\n            "type": "Literal",\n            "value": "monitoring"\n          }\n        }\n      },\n      {\n        "id": "generate",\n        "nodeId": "Workflow1:root:generate",\n        "name": "GenerateTask_generate",\n        "type": "Audit.GenerateTask",\n        "version": 1,\n        "customProperties": {\n          "canStartWorkflow": false,\n          "runAsynchronously": false\n        },\n        "metadata": {\n          "displayText": "生成任务",\n          "description": "按单位、专业、主题生成工单",\n          "designer": {\n            "position": {\n              "x": 320.0,\n              "y": 200.0\n            },\n            "size": {\n              "width": 200.0,\n              "height": 56.0\n            }\n          }\n        },\n        "mode": {\n          "typeName": "String",\n          "expression": {\n            "type": "Literal",\n            "value": "manual"\n          }\n        },\n        "grouping": {\n          "typeName": "Object",\n          "expression": {\n            "type": "Object",\n            "value": "[\"unit\", \"specialty\", \"theme\"]"\n          }\n        },\n        "maxItems": {\n          "typeName": "Int32",\n          "expression": {\n            "type": "Literal",\n            "value": 200\n          }\n        },\n        "caseIds": {\n          "typeName": "Object",\n          "memoryReference": {\n            "id": "case-ids"\n          }\n        },\n        "role": {\n          "typeName": "String",\n          "expression": {\n            "type": "Literal",\n            "value": "analyst"\n          }\n        },\n        "orgRule": {\n          "typeName": "String",\n          "expression": {\n            "type": "Literal",\n            "value": "city"\n          }\n        },\n        "assignment": {\n          "typeName": "String",\n          "expression": {\n            "type": "Literal",\n            "value": "role"\n          }\n        },\n        "form": {\n          "typeName": "String",\n          "expression": {\n            "type": "Literal",\n            "value": "generate-task"\n          }\n        },\n        "formVersion": {\n          "typeName": "Int32",\n          "expression": {\n            "type": "Literal",\n            "value": 1\n          }\n        },\n        "outcomes": {\n          "typeName": "Object",\n          "expression": {\n            "type": "Object",\n            "value": "[\"生成\"]"\n          }\n        },\n        "outcomeOptions": {\n          "typeName": "Object",\n          "expression": {\n            "type": "Object",\n            "value": "{\"生成\": {\"en\": \"Plan work orders\", \"primary\": true}}"\n          }\n        },\n        "slaHoursCritical": {\n          "typeName": "Decimal",\n          "expression": {\n            "type": "Literal",\n            "value": 4\n          }\n        },\n        "slaHoursUrgent": {\n          "typeName": "Decimal",\n          "expression": {\n            "type": "Literal",\n            "value": 8\n          }\n        },\n        "slaHoursNormal": {\n          "typeName": "Decimal",\n          "expression": {\n            "type": "Literal",\n            "value": 16\n          }\n        },\n        "ladder": {\n          "typeName": "Object",\n          "expression": {\n            "type": "Object",\n            "value": "[{\"step\": \"reminder\", \"percent\": 50, \"to\": \"answerer\"}, {\"step\": \"warning\", \"percent\": 80, \"to\": \"answerer\"}, {\"step\": \"overdue\", \"percent\": 100, \"to\": \"answerer\"}, {\"step\": \"escalated\", \"overdueDays\": 2, \"to\": \"reviewer\", \"level\": 1}, {\"step\": \"supervise-3\", \"overdueDays\": 5, \"to\": \"reviewer\", \"level\": 2}, {\"step\": \"supervise-2\", \"overdueDays\": 10, \"to\": \"reviewer\", \"level\": 3}, {\"step\": \"supervise-1\", \"overdueDays\": 20, \"to\": \"process-owner\", \"level\": 4}]"\n          }\n        },\n        "stage": {\n          "typeName": "String",\n          "expression": {\n            "type": "Literal",\n            "value": "task"\n          }\n        },\n        "caseState": {\n          "typeName": "String",\n          "expression": {\n            "type": "Literal",\n            "value": "creating"\n          }\n        }\n      },\n      {\n        "id": "dispatch",\n        "nodeId": "Workflow1:root:dispatch",\n        "name": "Dispatch_dispatch",\n        "type": "Audit.Dispatch",\n        "version": 1,\n        "customProperties": {\n          "canStartWorkflow": false,\n          "runAsynchronously": false\n        },\n        "metadata": {\n          "displayText": "派发工单",\n          "description": "确认并下发责任单位",\n          "designer": {\n            "position": {\n              "x": 600.0,\n              "y": 200.0\n            },\n            "size": {\n              "width": 200.0,\n              "height": 56.0\n            }\n          }\n        },\n        "role": {\n          "typeName": "String",\n          "expression": {\n            "type": "Literal",\n            "value": "analyst"\n          }\n        },\n        "orgRule": {\n          "typeName": "String",\n          "expression": {\n            "type": "Literal",\n            "value": "city"\n          }\n        },\n        "assignment": {\n          "typeName": "String",\n          "expression": {\n            "type": "Literal",\n            "value": "role"\n          }\n        },\n        "form": {\n          "typeName": "String",\n          "expression": {\n            "type": "Literal",\n            "value": "dispatch"\n          }\n        },\n        "formVersion": {\n          "typeName": "Int32",\n          "expression": {\n            "type": "Literal",\n            "value": 1\n          }\n        },\n        "outcomes": {\n          "typeName": "Object",\n          "expression": {\n            "type": "Object",\n            "value": "[\"派发\"]"\n          }\n        },\n        "outcomeOptions": {\n          "typeName": "Object",\n          "expression": {\n            "type": "Object",\n            "value": "{\"派发\": {\"en\": \"Dispatch\", \"primary\": true}}"\n          }\n        },\n        "slaHoursCritical": {\n          "typeName": "Decimal",\n          "expression": {\n            "type": "Literal",\n            "value": 4\n          }\n        },\n        "slaHoursUrgent": {\n          "typeName": "Decimal",\n          "expression": {\n            "type": "Literal",\n            "value": 8\n          }\n        },\n        "slaHoursNormal": {\n          "typeName": "Decimal",\n          "expression": {\n            "type": "Literal",\n            "value": 16\n          }\n        },\n        "ladder": {\n          "typeName": "Object",\n          "expression": {\n            "type": "Object",\n            "value": "[{\"step\": \"reminder\", \"percent\": 50, \"to\": \"answerer\"}, {\"step\": \"warning\", \"percent\": 80, \"to\": \"answerer\"}, {\"step\": \"overdue\", \"percent\": 100, \"to\": \"answerer\"}, {\"step\": \"escalated\", \"overdueDays\": 2, \"to\": \"reviewer\", \"level\": 1}, {\"step\": \"supervise-3\", \"overdueDays\": 5, \"to\": \"reviewer\", \"level\": 2}, {\"step\": \"supervise-2\", \"overdueDays\": 10, \"to\": \"reviewer\", \"level\": 3}, {\"step\": \"supervise-1\", \"overdueDays\": 20, \"to\": \"process-owner\", \"level\": 4}]"\n          }\n        },\n        "stage": {\n          "typeName": "String",\n          "expression": {\n            "type": "Literal",\n            "value": "dispatch"\n          }\n        },\n        "caseState": {\n          "typeName": "String",\n          "expression": {\n            "type": "Literal",\n            "value": "dispatching"\n          }\n        }\n      },\n      {\n        "id": "orders",\n        "nodeId": "Workflow1:root:orders",\n        "name": "BulkDispatchWorkflows_orders",\n        "type": "Elsa.BulkDispatchWorkflows",\n        "version": 1,\n        "customProperties": {\n          "canStartWorkflow": false,\n          "runAsynchronously": false\n        },\n        "metadata": {\n          "displayText": "逐单在线稽查",\n          "description": "每张工单一个流程实例，全部结束后继续",\n          "designer": {\n            "position": {\n              "x": 880.0,\n              "y": 200.0\n            },\n            "size": {\n              "width": 200.0,\n              "height": 56.0\n            }\n          }\n        },\n        "workflowDefinitionId": {\n          "typeName": "String",\n          "expression": {\n            "type": "Literal",\n            "value": "online-audit"\n          }\n        },\n        "items": {\n          "typeName": "Object",\n          "expression": {\n            "type": "JavaScript",\n            "value": "variables.CaseIds"\n          }\n        },\n        "correlationIdFunction": {\n          "typeName": "String",\n          "expression": {\n            "type": "JavaScript",\n            "value": "`case/${Item}`"\n          }\n        },\n        "waitForCompletion": {\n          "typeName": "Boolean",\n          "expression": {\n            "type": "Literal",\n            "value": true\n          }\n        }\n      },\n      {\n        "id": "close",\n        "nodeId": "Workflow1:root:close",\n        "name": "Close_close",\n        "type": "Audit.Close",\n        "version": 1,\n        "customProperties": {\n          "canStartWorkflow": false,\n          "runAsynchronously": false\n        },\n        "metadata": {\n          "displayText": "任务归档",\n          "description": "全部工单已归档",\n          "designer": {\n            "position": {\n              "x": 1160.0,\n              "y": 200.0\n            },\n            "size": {\n              "width": 200.0,\n              "height": 56.0\n            }\n          }\n        },\n        "result": {\n          "typeName": "String",\n          "expression": {\n            "type": "Literal",\n            "value": "closed"\n          }\n        },\n        "caseState": {\n          "typeName": "String",\n          "expression": {\n            "type": "Literal",\n            "value": "closed"\n          }\n        },\n        "writeHazard": {\n          "typeName": "Boolean",\n          "expression": {\n            "type": "Literal",\n            "value": false\n          }\n        }\n      },\n      {\n        "id": "nothing",\n        "nodeId": "Workflow1:root:nothing",\n        "name": "Close_nothing",\n        "type": "Audit.Close",\n        "version": 1,\n        "customProperties": {\n          "canStartWorkflow": false,\n          "runAsynchronously": false\n        },\n        "metadata": {\n          "displayText": "无需稽查",\n          "description": "没有需要稽查的异常，任务结束",\n          "designer": {\n            "position": {\n              "x": 320.0,\n              "y": 380.0\n            },\n            "size": {\n              "width": 200.0,\n              "height": 56.0\n            }\n          }\n        },\n        "result": {\n          "typeName": "String",\n          "expression": {\n            "type": "Literal",\n            "value": "cancelled"\n          }\n        },\n        "caseState": {\n          "typeName": "String",\n          "expression": {\n            "type": "Literal",\n            "value": "cancelled"\n          }\n        },\n        "writeHazard": {\n          "typeName": "Boolean",\n          "expression": {\n            "type": "Literal",\n            "value": false\n          }\n        }\n      },\n      {\n        "id": "end",\n        "nodeId": "Workflow1:root:end",\n        "name": "End_end",\n        "type": "Elsa.End",\n        "version": 1,\n        "customProperties": {\n          "canStartWorkflow": false,\n          "runAsynchronously": false\n        },\n        "metadata": {\n          "displayText": "结束",\n          "description": "",\n          "designer": {\n            "position": {\n              "x": 1440.0,\n              "y": 200.0\n            },\n            "size": {\n              "width": 200.0,\n              "height": 56.0\n            }\n          }\n        }\n      }\n    ],\n    "connections": [\n      {\n        "source": {\n          "activity": "monitor",\n          "port": "需处理"\n        },\n        "target": {\n          "activity": "generate",\n          "port": "In"\n        },\n        "vertices": []\n      },\n      {\n        "source": {\n          "activity": "monitor",\n          "port": "不处理"\n        },\n        "target": {\n          "activity": "nothing",\n          "port": "In"\n        },\n        "vertices": []\n      },\n      {\n        "source": {\n          "activity": "generate",\n          "port": "生成"\n        },\n        "target": {\n          "activity": "dispatch",\n          "port": "In"\n        },\n        "vertices": []\n      },\n      {\n        "source": {\n          "activity": "dispatch",\n          "port": "派发"\n        },\n        "target": {\n          "activity": "orders",\n          "port": "In"\n        },\n        "vertices": []\n      },\n      {\n        "source": {\n          "activity": "orders",\n          "port": "Done"\n        },\n        "target": {\n          "activity": "close",\n          "port": "In"\n        },\n        "vertices": []\n      },\n      {\n        "source": {\n          "activity": "close",\n          "port": "Done"\n        },\n        "target": {\n          "activity": "end",\n          "port": "In"\n        },\n        "vertices": []\n      }\n    ]\n  }\n}\n','\n',char(10)),'published',1,'system','2026-06-10 01:00:00','2026-06-10 01:00:00',2);
CREATE TABLE IF NOT EXISTS "draft_save" (
    "definition_id" TEXT NOT NULL CONSTRAINT "PK_draft_save" PRIMARY KEY,
    "tab" TEXT NOT NULL,
    "body_hash" TEXT NOT NULL,
    "saved_at" TEXT NOT NULL,
    "version" INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS "evidence_file" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_evidence_file" PRIMARY KEY,
    "case_id" INTEGER NOT NULL,
    "activity_id" TEXT NULL,
    "file_name" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "uploaded_by" INTEGER NOT NULL,
    "uploaded_at" TEXT NOT NULL,
    "latitude" REAL NULL,
    "longitude" REAL NULL,
    "taken_at" TEXT NULL
);
INSERT INTO evidence_file VALUES(185809305600106,185809305600079,NULL,'铭牌.jpg','image/jpeg',1,'0000000000000000000000000000000000000000000000000000000000000000',3,'2026-06-10 01:00:00',NULL,NULL,NULL);
CREATE TABLE IF NOT EXISTS "fan_in" (
    "id" TEXT NOT NULL CONSTRAINT "PK_fan_in" PRIMARY KEY,
    "instance_id" TEXT NOT NULL,
    "bookmark_id" TEXT NOT NULL,
    "total" INTEGER NOT NULL,
    "finished" INTEGER NOT NULL,
    "faulted" INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO fan_in VALUES('00a8fe19a80001-5-3','00a8fe19a80001','00a8fe19a80001-5-3',1,0,0);
INSERT INTO fan_in VALUES('00a8fe19a8001f-5-3','00a8fe19a8001f','00a8fe19a8001f-5-3',1,0,0);
INSERT INTO fan_in VALUES('00a8fe19a80045-5-3','00a8fe19a80045','00a8fe19a80045-5-3',1,0,0);
CREATE TABLE IF NOT EXISTS "hazard" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_hazard" PRIMARY KEY,
    "number" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "specialty" TEXT NOT NULL,
    "root_cause" TEXT NOT NULL,
    "body_md" TEXT NOT NULL,
    "case_id" INTEGER NOT NULL,
    "org_path" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    "version" INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS "history" (
    "subject" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "recorded_at" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "data" TEXT NOT NULL,
    "hash" BLOB NOT NULL,
    CONSTRAINT "PK_history" PRIMARY KEY ("subject", "seq")
) WITHOUT ROWID;
INSERT INTO history VALUES('case/185809305600011',1,'2026-06-10 01:00:00','1','case.created','{"items":1,"number":"GD-37030601-202605-00001","task":"RW-3703-202606-00001","theme":"DJ-01/v1","urgency":"normal"}',X'a3f94c55bc5777a1d09931b04aae314dcc585e5e9ce8af0966033b82202b8192');
INSERT INTO history VALUES('case/185809305600011',2,'2026-06-10 01:00:00','1','case.dispatched','{"unit":"37030601"}',X'253730b865cc107a98c3edb30f5a43e0ba71e8b26c94a198e110dfe2b48f2050');
INSERT INTO history VALUES('case/185809305600011',3,'2026-06-10 01:00:00','system','workflow.transition','{"definition":"online-audit","instance":"00a8fe19a80001-5-4","log":["Workflow1 Started","root Started","sign-in Started","sign-in Suspended"],"seq":1,"status":"Suspended","stimulus":"start","to":["sign-in"],"version":1}',X'5c852c939b4eb68484c1c43ddaa7ed19f052a1a322118b333057552f84faea8d');
INSERT INTO history VALUES('case/185809305600041',1,'2026-06-10 01:00:00','1','case.created','{"items":1,"number":"GD-37030601-202605-00002","task":"RW-3703-202606-00002","theme":"DJ-01/v1","urgency":"normal"}',X'2f43c0c223d320e446e99e7d9be9b05cdb32bcba8259b3afdc518e44e96bc38f');
INSERT INTO history VALUES('case/185809305600041',2,'2026-06-10 01:00:00','1','case.dispatched','{"unit":"37030601"}',X'c5a7e4b493e5a6cfa2f80a6aca9fb4fad2a8b3fb7ec49984c4269efa4e40d343');
INSERT INTO history VALUES('case/185809305600041',3,'2026-06-10 01:00:00','system','workflow.transition','{"definition":"online-audit","instance":"00a8fe19a8001f-5-4","log":["Workflow1 Started","root Started","sign-in Started","sign-in Suspended"],"seq":1,"status":"Suspended","stimulus":"start","to":["sign-in"],"version":1}',X'857f85cc5672f3c98627be7ceac571be3926b8e0df6fbbe2e758b74b75336546');
INSERT INTO history VALUES('case/185809305600041',4,'2026-06-10 01:00:00','2','workflow.transition','{"definition":"online-audit","from":"sign-in","instance":"00a8fe19a8001f-5-4","log":["sign-in Resumed","sign-in Completed 签收","handle Started","handle Suspended"],"outcome":"签收","seq":2,"status":"Suspended","stimulus":"resume","to":["handle"],"version":1}',X'68923c96a5d3d6d0659c822f0f6d12d49f9f0902964806e1b86ec5c729eb1f0a');
INSERT INTO history VALUES('case/185809305600041',5,'2026-06-10 01:00:00','2','work-item.completed','{"$personal":{"answers":"def722cd8e22f9ebd62958defc8baab5fcf8d3e12b3923fa1b4367d6e9dc628d"},"comment":null,"form":"sign-in/v1","late":false,"node":"sign-in","outcome":"签收","title":"签收","workItem":"00a8fe19a8001f-5-4-1-3"}',X'1e279d20b8a2eb04dbbf5804c8831be4aaada15ab6813bc354f89c55d7e1538f');
INSERT INTO history VALUES('case/185809305600079',1,'2026-06-10 01:00:00','1','case.created','{"items":1,"number":"GD-37030601-202605-00003","task":"RW-3703-202606-00003","theme":"DJ-01/v1","urgency":"normal"}',X'43dca7379cca5cb155ad3aceaee40b73e5e5969a46ef66b82099413e6392f7df');
INSERT INTO history VALUES('case/185809305600079',2,'2026-06-10 01:00:00','1','case.dispatched','{"unit":"37030601"}',X'68441f0719481366fd4e33b68d01fb7a2dd4bc930b32437cf45247653d073de1');
INSERT INTO history VALUES('case/185809305600079',3,'2026-06-10 01:00:00','system','workflow.transition','{"definition":"online-audit","instance":"00a8fe19a80045-5-4","log":["Workflow1 Started","root Started","sign-in Started","sign-in Suspended"],"seq":1,"status":"Suspended","stimulus":"start","to":["sign-in"],"version":1}',X'a8d4e3cea05c930fd71e4f0bac2b2ad058bb0ad4471a4d2e71f46bc8dbeeb0e2');
INSERT INTO history VALUES('case/185809305600079',4,'2026-06-10 01:00:00','2','workflow.transition','{"definition":"online-audit","from":"sign-in","instance":"00a8fe19a80045-5-4","log":["sign-in Resumed","sign-in Completed 签收","handle Started","handle Suspended"],"outcome":"签收","seq":2,"status":"Suspended","stimulus":"resume","to":["handle"],"version":1}',X'644718945f600cf3253d5d43fb50a38f6e8fa0b3fcae3a76669aa78937672a86');
INSERT INTO history VALUES('case/185809305600079',5,'2026-06-10 01:00:00','2','work-item.completed','{"$personal":{"answers":"e595b3148adf8a6cf29a8a22daee2baa9f46294086d0a898dca113ef1141aa47"},"comment":null,"form":"sign-in/v1","late":false,"node":"sign-in","outcome":"签收","title":"签收","workItem":"00a8fe19a80045-5-4-1-3"}',X'63f5631148cb9d393e25bc689757b99e7ef83974dc2249d4ab700bc294f3567c');
INSERT INTO history VALUES('case/185809305600079',6,'2026-06-10 01:00:00','3','workflow.transition','{"definition":"online-audit","from":"handle","instance":"00a8fe19a80045-5-4","log":["handle Resumed","handle Completed 提交","unit-review Started","unit-review Suspended"],"outcome":"提交","seq":3,"status":"Suspended","stimulus":"resume","to":["unit-review"],"version":1}',X'2284bfd00542607635dbb773f2cede6421e4adf957e59450a93b2672487d29cb');
INSERT INTO history VALUES('case/185809305600079',7,'2026-06-10 01:00:00','3','work-item.completed','{"$personal":{"answers":"c3411b57bc7334fc60181b7e3df2a88fd08a10fc71a345bb9ed8f96bbc4ec05b"},"comment":null,"form":"handling-reply/v1","late":false,"node":"handle","outcome":"提交","title":"稽查处理","workItem":"00a8fe19a80045-5-4-2-4"}',X'9e2819a54c618d9d850b49d08f233a64ec928891e22a4ede1b9dfec544ee2725');
INSERT INTO history VALUES('lifecycle/audit-task',1,'2026-06-10 01:00:00','system','definition.published','{"hash":"9c0b1b9414add62a36a5d7f34447b09c5a968e8c3bfded17d797abf2ef1fa3fa","version":1}',X'461a1f356d1dfafd81d5bd31c8cfb3d05e4701f67f222b20bf3bb0524b51575e');
INSERT INTO history VALUES('lifecycle/online-audit',1,'2026-06-10 01:00:00','system','definition.published','{"hash":"e3445939519d86b9c6af46dac58e7830bfc6d667051d47b9901b55fd3d6c0ef3","version":1}',X'c79dd3e98130809c1887739b058d07a1e6c1d4affa29beab0436c2afeb4af554');
INSERT INTO history VALUES('task/185809305600000',1,'2026-06-10 01:00:00','1','task.created','{"anomalies":[1],"number":"RW-3703-202606-00001","title":"6月两部制电价稽查"}',X'de36b6cce9b3e480337abb27493f819a9cb5e169a8cef873ac6adb137fe0d64f');
INSERT INTO history VALUES('task/185809305600000',2,'2026-06-10 01:00:00','1','workflow.transition','{"definition":"audit-task","instance":"00a8fe19a80001","log":["Workflow1 Started","root Started","monitor Started","monitor Suspended"],"seq":1,"status":"Suspended","stimulus":"start","to":["monitor"],"version":1}',X'e78196d669b0863730fdb5a1108036af9780c0fd428da7450e80f01f9f09a9df');
INSERT INTO history VALUES('task/185809305600000',3,'2026-06-10 01:00:00','system','workflow.transition','{"definition":"audit-task","from":"monitor","instance":"00a8fe19a80001","log":["monitor Resumed","monitor Completed 需处理","generate Started","generate Suspended"],"outcome":"需处理","seq":2,"status":"Suspended","stimulus":"resume","to":["generate"],"version":1}',X'e75af72bead13bdf7e988fdfabdea072ca26187bc3c07a1bfb25084caa4e18ed');
INSERT INTO history VALUES('task/185809305600000',4,'2026-06-10 01:00:00','1','workflow.transition','{"definition":"audit-task","from":"generate","instance":"00a8fe19a80001","log":["generate Resumed","generate Suspended"],"outcome":null,"seq":3,"status":"Suspended","stimulus":"resume","to":["generate"],"version":1}',X'47911bbd00999223b8028f38b8d7e898be2eea99e8d4d86a8b26bf11238d8a3a');
INSERT INTO history VALUES('task/185809305600000',5,'2026-06-10 01:00:00','1','work-item.completed','{"$personal":{"answers":"0ba0965b7e613106b2c88a4b848f716b864d4d5d76881caf1ce7dd6970538ed9"},"comment":null,"form":"generate-task/v1","late":false,"node":"generate","outcome":"生成","title":"生成任务","workItem":"00a8fe19a80001-2-3"}',X'8620b227645a789a8dfbdc1a0bf33b3faf3056458e4c14ab552b03d91f890a10');
INSERT INTO history VALUES('task/185809305600000',6,'2026-06-10 01:00:00','1','task.cases-planned','{"cases":["GD-37030601-202605-00001"],"grouping":"unit,specialty,theme"}',X'479b450363138b6dcedcbdccee4f48892a19cb028cd879cb0d5156df2a1fba52');
INSERT INTO history VALUES('task/185809305600000',7,'2026-06-10 01:00:00','system','workflow.transition','{"definition":"audit-task","from":"generate","instance":"00a8fe19a80001","log":["generate Resumed","generate Completed 生成","dispatch Started","dispatch Suspended"],"outcome":"生成","seq":4,"status":"Suspended","stimulus":"resume","to":["dispatch"],"version":1}',X'65e3160718c56c1987c5102fba5623b24297b3cd0b438656d35cec7bc41ee719');
INSERT INTO history VALUES('task/185809305600000',8,'2026-06-10 01:00:00','1','workflow.transition','{"definition":"audit-task","from":"dispatch","instance":"00a8fe19a80001","log":["dispatch Resumed","dispatch Completed 派发","orders Started","orders Suspended"],"outcome":"派发","seq":5,"status":"Suspended","stimulus":"resume","to":["orders"],"version":1}',X'18690ab8d14467e7892fe9628b73d0877969cfcd5d891e8b9925c085bfd98e10');
INSERT INTO history VALUES('task/185809305600000',9,'2026-06-10 01:00:00','1','work-item.completed','{"$personal":{"answers":"091a3f1b710db603a9f8c2a796a2eddc985c7384696f8971d33f7c69bc929dc4"},"comment":null,"form":"dispatch/v1","late":false,"node":"dispatch","outcome":"派发","title":"派发工单","workItem":"00a8fe19a80001-4-3"}',X'ac0e7cb6dc7f8fe35da8ebcff8a192cad89d90f730ae2e344be01e8884e7892f');
INSERT INTO history VALUES('task/185809305600030',1,'2026-06-10 01:00:00','1','task.created','{"anomalies":[2],"number":"RW-3703-202606-00002","title":"6月两部制电价稽查"}',X'ad87d3a7371f9f44a5e5a2eafddba1293c0a07dc582700cbf75cfd466701e6a8');
INSERT INTO history VALUES('task/185809305600030',2,'2026-06-10 01:00:00','1','workflow.transition','{"definition":"audit-task","instance":"00a8fe19a8001f","log":["Workflow1 Started","root Started","monitor Started","monitor Suspended"],"seq":1,"status":"Suspended","stimulus":"start","to":["monitor"],"version":1}',X'aae9575d588b76e9917a5f7cd0c219837819a251fe01a91423c9e6121c724744');
INSERT INTO history VALUES('task/185809305600030',3,'2026-06-10 01:00:00','system','workflow.transition','{"definition":"audit-task","from":"monitor","instance":"00a8fe19a8001f","log":["monitor Resumed","monitor Completed 需处理","generate Started","generate Suspended"],"outcome":"需处理","seq":2,"status":"Suspended","stimulus":"resume","to":["generate"],"version":1}',X'46fe6d1b9b4d30021456afa0e2ea7d25b95f04136df9d2a082f3cc1a3de1491e');
INSERT INTO history VALUES('task/185809305600030',4,'2026-06-10 01:00:00','1','workflow.transition','{"definition":"audit-task","from":"generate","instance":"00a8fe19a8001f","log":["generate Resumed","generate Suspended"],"outcome":null,"seq":3,"status":"Suspended","stimulus":"resume","to":["generate"],"version":1}',X'13e76ab2765cb6bcf1812fb003d1c6d13582fd4d2f8d3448c6a21c4b3a069f54');
INSERT INTO history VALUES('task/185809305600030',5,'2026-06-10 01:00:00','1','work-item.completed','{"$personal":{"answers":"a49f5294d5ad62ee2946f618197ea12f2b81b92c4a79fc8d65626eb9c464aea8"},"comment":null,"form":"generate-task/v1","late":false,"node":"generate","outcome":"生成","title":"生成任务","workItem":"00a8fe19a8001f-2-3"}',X'7f91f034b5c170887b93234611ed5337bcc5e365ea4bb538133664f8b90aecfc');
INSERT INTO history VALUES('task/185809305600030',6,'2026-06-10 01:00:00','1','task.cases-planned','{"cases":["GD-37030601-202605-00002"],"grouping":"unit,specialty,theme"}',X'cafb7fec86da7d369c7e78df28352c507164fb314811280ed5f736dadfaab98f');
INSERT INTO history VALUES('task/185809305600030',7,'2026-06-10 01:00:00','system','workflow.transition','{"definition":"audit-task","from":"generate","instance":"00a8fe19a8001f","log":["generate Resumed","generate Completed 生成","dispatch Started","dispatch Suspended"],"outcome":"生成","seq":4,"status":"Suspended","stimulus":"resume","to":["dispatch"],"version":1}',X'5c16e99c5154106bb400c735b662d936f6d68665abd27e30b1f95c15232371ed');
INSERT INTO history VALUES('task/185809305600030',8,'2026-06-10 01:00:00','1','workflow.transition','{"definition":"audit-task","from":"dispatch","instance":"00a8fe19a8001f","log":["dispatch Resumed","dispatch Completed 派发","orders Started","orders Suspended"],"outcome":"派发","seq":5,"status":"Suspended","stimulus":"resume","to":["orders"],"version":1}',X'afaa053d67e99463b5c357377971d069188fbdc5b0f18a32a453e7a6dc17f775');
INSERT INTO history VALUES('task/185809305600030',9,'2026-06-10 01:00:00','1','work-item.completed','{"$personal":{"answers":"c13f7718b5434aa66fc02d01cfce52d4b95fe2708e0d438f0c20e07278e1fb5c"},"comment":null,"form":"dispatch/v1","late":false,"node":"dispatch","outcome":"派发","title":"派发工单","workItem":"00a8fe19a8001f-4-3"}',X'9565538a7a3e5d117ebbc970da1a48792ef02404752232095af197c96ac75581');
INSERT INTO history VALUES('task/185809305600068',1,'2026-06-10 01:00:00','1','task.created','{"anomalies":[3],"number":"RW-3703-202606-00003","title":"6月两部制电价稽查"}',X'1f99e31d7d6f40f9d3c31beb7f4948fc81914a896fbb913116d320824fb258f8');
INSERT INTO history VALUES('task/185809305600068',2,'2026-06-10 01:00:00','1','workflow.transition','{"definition":"audit-task","instance":"00a8fe19a80045","log":["Workflow1 Started","root Started","monitor Started","monitor Suspended"],"seq":1,"status":"Suspended","stimulus":"start","to":["monitor"],"version":1}',X'4cbf0ad79aa9a6f6b7893c5586442c6f5671174c1811a35260f0e5bf348b709a');
INSERT INTO history VALUES('task/185809305600068',3,'2026-06-10 01:00:00','system','workflow.transition','{"definition":"audit-task","from":"monitor","instance":"00a8fe19a80045","log":["monitor Resumed","monitor Completed 需处理","generate Started","generate Suspended"],"outcome":"需处理","seq":2,"status":"Suspended","stimulus":"resume","to":["generate"],"version":1}',X'dc7cee968b39dc8c63d4f7dfdb6977fea47efdf7c76c0d4d20d97054ec06f1b7');
INSERT INTO history VALUES('task/185809305600068',4,'2026-06-10 01:00:00','1','workflow.transition','{"definition":"audit-task","from":"generate","instance":"00a8fe19a80045","log":["generate Resumed","generate Suspended"],"outcome":null,"seq":3,"status":"Suspended","stimulus":"resume","to":["generate"],"version":1}',X'89e50ee980435dfb3fc2f2154cdf8e205d953fe43e3559926e9b9ba13b02489f');
INSERT INTO history VALUES('task/185809305600068',5,'2026-06-10 01:00:00','1','work-item.completed','{"$personal":{"answers":"19b0db9ae9eaa5af979764c66c2105404e8684412077096ff99c4c699c510c53"},"comment":null,"form":"generate-task/v1","late":false,"node":"generate","outcome":"生成","title":"生成任务","workItem":"00a8fe19a80045-2-3"}',X'ca74052c7eaf8563679244e574209ee0b6e044ae3fadbcbbe5294e7ce8889c51');
INSERT INTO history VALUES('task/185809305600068',6,'2026-06-10 01:00:00','1','task.cases-planned','{"cases":["GD-37030601-202605-00003"],"grouping":"unit,specialty,theme"}',X'12e92711ead294af99a24ffc25eaeffafdc513a18d550df76b4785116a39f4d4');
INSERT INTO history VALUES('task/185809305600068',7,'2026-06-10 01:00:00','system','workflow.transition','{"definition":"audit-task","from":"generate","instance":"00a8fe19a80045","log":["generate Resumed","generate Completed 生成","dispatch Started","dispatch Suspended"],"outcome":"生成","seq":4,"status":"Suspended","stimulus":"resume","to":["dispatch"],"version":1}',X'def82256dfcb23e5d0719a35867fcd2df1abdd9e11bd66a8756a290888903a89');
INSERT INTO history VALUES('task/185809305600068',8,'2026-06-10 01:00:00','1','workflow.transition','{"definition":"audit-task","from":"dispatch","instance":"00a8fe19a80045","log":["dispatch Resumed","dispatch Completed 派发","orders Started","orders Suspended"],"outcome":"派发","seq":5,"status":"Suspended","stimulus":"resume","to":["orders"],"version":1}',X'b44414b26bde1c3f4718578a6db34febb4c7e3e329a4c90209157d8e608bca26');
INSERT INTO history VALUES('task/185809305600068',9,'2026-06-10 01:00:00','1','work-item.completed','{"$personal":{"answers":"46e1c43361b407526a7e02b47c1b318fcb7e893a9c34b7dc95a02019999f2271"},"comment":null,"form":"dispatch/v1","late":false,"node":"dispatch","outcome":"派发","title":"派发工单","workItem":"00a8fe19a80045-4-3"}',X'eb6badd39f03ea15d4adc56b6f2b04594c124ce8f3720d6ffaa4908b6272390e');
INSERT INTO history VALUES('task/185809305600115',1,'2026-06-10 01:00:00','1','task.created','{"anomalies":[4],"number":"RW-3703-202606-00004","title":"6月两部制电价稽查"}',X'6b9116189048ad2aa9651b8485dc9ad21afbf0de7a65c7a0514c356cbebf6580');
INSERT INTO history VALUES('task/185809305600115',2,'2026-06-10 01:00:00','1','workflow.transition','{"definition":"audit-task","instance":"00a8fe19a80074","log":["Workflow1 Started","root Started","monitor Started","monitor Suspended"],"seq":1,"status":"Suspended","stimulus":"start","to":["monitor"],"version":1}',X'd7b6f1880194d4473c31a0b459132b4f1459523883c86f1922269de4c72eeaab');
INSERT INTO history VALUES('task/185809305600115',3,'2026-06-10 01:00:00','system','workflow.transition','{"definition":"audit-task","from":"monitor","instance":"00a8fe19a80074","log":["monitor Resumed","monitor Completed 需处理","generate Started","generate Suspended"],"outcome":"需处理","seq":2,"status":"Suspended","stimulus":"resume","to":["generate"],"version":1}',X'b5141339c790aeee2de94f3d12a89a5eb32ef63ae0312b631278ee22d38db4d7');
CREATE TABLE IF NOT EXISTS "history_head" (
    "subject" TEXT NOT NULL CONSTRAINT "PK_history_head" PRIMARY KEY,
    "entries" INTEGER NOT NULL,
    "hash" BLOB NOT NULL,
    "rooted" INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO history_head VALUES('case/185809305600011',3,X'5c852c939b4eb68484c1c43ddaa7ed19f052a1a322118b333057552f84faea8d',0);
INSERT INTO history_head VALUES('case/185809305600041',5,X'1e279d20b8a2eb04dbbf5804c8831be4aaada15ab6813bc354f89c55d7e1538f',0);
INSERT INTO history_head VALUES('case/185809305600079',7,X'9e2819a54c618d9d850b49d08f233a64ec928891e22a4ede1b9dfec544ee2725',0);
INSERT INTO history_head VALUES('lifecycle/audit-task',1,X'461a1f356d1dfafd81d5bd31c8cfb3d05e4701f67f222b20bf3bb0524b51575e',0);
INSERT INTO history_head VALUES('lifecycle/online-audit',1,X'c79dd3e98130809c1887739b058d07a1e6c1d4affa29beab0436c2afeb4af554',0);
INSERT INTO history_head VALUES('task/185809305600000',9,X'ac0e7cb6dc7f8fe35da8ebcff8a192cad89d90f730ae2e344be01e8884e7892f',0);
INSERT INTO history_head VALUES('task/185809305600030',9,X'9565538a7a3e5d117ebbc970da1a48792ef02404752232095af197c96ac75581',0);
INSERT INTO history_head VALUES('task/185809305600068',9,X'eb6badd39f03ea15d4adc56b6f2b04594c124ce8f3720d6ffaa4908b6272390e',0);
INSERT INTO history_head VALUES('task/185809305600115',3,X'b5141339c790aeee2de94f3d12a89a5eb32ef63ae0312b631278ee22d38db4d7',0);
CREATE TABLE IF NOT EXISTS "history_leaf" (
    "root_number" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "entries" INTEGER NOT NULL,
    "hash" BLOB NOT NULL,
    CONSTRAINT "PK_history_leaf" PRIMARY KEY ("root_number", "subject")
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS "history_personal" (
    "subject" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "field" TEXT NOT NULL,
    "content" TEXT NULL,
    "salt" BLOB NULL,
    CONSTRAINT "PK_history_personal" PRIMARY KEY ("subject", "seq", "field")
) WITHOUT ROWID;
INSERT INTO history_personal VALUES('case/185809305600041',5,'answers','{}',X'ee5fff50c4c8776807794cd064663fe2');
INSERT INTO history_personal VALUES('case/185809305600079',5,'answers','{}',X'd2b1062a7335cdb7393edd3c18c31dfd');
INSERT INTO history_personal VALUES('case/185809305600079',7,'answers','{"checkedBy":"onsite","checkedAt":"2026-06-10","checkers":"张三、李四","conclusion":"confirmed-internal","problemKind":"02","cause":"04","explanation":"现场核对铭牌容量为 400 kVA，系统电价仍为单一制，属改类后未维护电价。","responsible":"城关供电所营业班","correctionType":"04","correction":"已发起改类流程并追补基本电费。","recoveredYuan":"12800.50"}',X'561f0f76306188c25462e6b9ac0c96e4');
INSERT INTO history_personal VALUES('task/185809305600000',5,'answers','{"title":"6月两部制电价稽查","type":"online","urgency":"normal"}',X'19ba8fe068d53476665f24aca3a23baf');
INSERT INTO history_personal VALUES('task/185809305600000',9,'answers','{}',X'105984ddc7edaede137b733fef9c31b7');
INSERT INTO history_personal VALUES('task/185809305600030',5,'answers','{"title":"6月两部制电价稽查","type":"online","urgency":"normal"}',X'8919a78273734f2d910849d66b85028f');
INSERT INTO history_personal VALUES('task/185809305600030',9,'answers','{}',X'9bb320f5981d8191516b601466fed286');
INSERT INTO history_personal VALUES('task/185809305600068',5,'answers','{"title":"6月两部制电价稽查","type":"online","urgency":"normal"}',X'fb0e9ffaf31d23fc7648e40ce28bfc9d');
INSERT INTO history_personal VALUES('task/185809305600068',9,'answers','{}',X'2203dc74d7f7194d1893ce1326b9dafc');
CREATE TABLE IF NOT EXISTS "history_root" (
    "number" INTEGER NOT NULL CONSTRAINT "PK_history_root" PRIMARY KEY,
    "sealed_at" TEXT NOT NULL,
    "leaves" INTEGER NOT NULL,
    "hash" BLOB NOT NULL,
    "signature" BLOB NOT NULL,
    "key_id" TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS "import_batch" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_import_batch" PRIMARY KEY,
    "state" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "ym" TEXT NULL,
    "stamp" TEXT NULL,
    "progress" REAL NOT NULL,
    "rows_read" INTEGER NOT NULL,
    "rows_rejected" INTEGER NOT NULL,
    "files_json" TEXT NOT NULL,
    "problems_json" TEXT NOT NULL,
    "started_by" TEXT NOT NULL,
    "started_at" TEXT NOT NULL,
    "ended_at" TEXT NULL,
    "version" INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS "incident" (
    "instance_id" TEXT NOT NULL,
    "activity_instance_id" TEXT NOT NULL,
    "activity_id" TEXT NOT NULL,
    "definition_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "occurred_at" TEXT NOT NULL,
    CONSTRAINT "PK_incident" PRIMARY KEY ("instance_id", "activity_instance_id")
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS "instance" (
    "id" TEXT NOT NULL CONSTRAINT "PK_instance" PRIMARY KEY,
    "definition_id" TEXT NOT NULL,
    "definition_version" INTEGER NOT NULL,
    "definition_hash" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "sub_status" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "state" BLOB NOT NULL,
    "name" TEXT NULL,
    "correlation_id" TEXT NULL,
    "parent_instance_id" TEXT NULL,
    "fan_in_id" TEXT NULL,
    "incident_count" INTEGER NOT NULL,
    "paused" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL,
    "finished_at" TEXT NULL,
    "version" INTEGER NOT NULL
);
INSERT INTO instance VALUES('00a8fe19a80001','audit-task',1,'9c0b1b9414add62a36a5d7f34447b09c5a968e8c3bfded17d797abf2ef1fa3fa','Running','Suspended',5,X'7b2269223a223030613866653139613830303031222c2264223a2261756469742d7461736b222c2276223a312c2263223a227461736b2f313835383039333035363030303030222c227373223a322c2271223a352c226e223a362c22696e223a7b227461736b4964223a3138353830393330353630303030307d2c2261223a5b7b226e223a312c226b223a22576f726b666c6f7731222c2276223a7b2243617365496473223a5b3138353830393330353630303031315d7d7d2c7b226e223a322c2270223a312c226b223a22726f6f74227d2c7b226e223a362c2270223a322c226b223a226f7264657273227d5d2c2262223a5b7b2269223a2230306138666531396138303030312d352d33222c226e223a22456c73612e42756c6b4469737061746368576f726b666c6f7773222c2261223a226f7264657273222c2278223a362c2263223a317d5d7d',NULL,'task/185809305600000',NULL,NULL,0,0,'2026-06-10 01:00:00','2026-06-10 01:00:00',NULL,5);
INSERT INTO instance VALUES('00a8fe19a80001-5-4','online-audit',1,'e3445939519d86b9c6af46dac58e7830bfc6d667051d47b9901b55fd3d6c0ef3','Running','Suspended',1,X'7b2269223a2230306138666531396138303030312d352d34222c2264223a226f6e6c696e652d6175646974222c2276223a312c2263223a22636173652f313835383039333035363030303131222c2270223a223030613866653139613830303031222c227373223a322c2271223a312c226e223a332c22696e223a7b224974656d223a3138353830393330353630303031312c22506172656e74496e7374616e63654964223a223030613866653139613830303031227d2c2261223a5b7b226e223a312c226b223a22576f726b666c6f7731227d2c7b226e223a322c2270223a312c226b223a22726f6f74227d2c7b226e223a332c2270223a322c226b223a227369676e2d696e227d5d2c2262223a5b7b2269223a2230306138666531396138303030312d352d342d312d31222c226e223a22576f726b4974656d222c2261223a227369676e2d696e222c2278223a337d5d7d',NULL,'case/185809305600011','00a8fe19a80001','00a8fe19a80001-5-3',0,0,'2026-06-10 01:00:00','2026-06-10 01:00:00',NULL,1);
INSERT INTO instance VALUES('00a8fe19a8001f','audit-task',1,'9c0b1b9414add62a36a5d7f34447b09c5a968e8c3bfded17d797abf2ef1fa3fa','Running','Suspended',5,X'7b2269223a223030613866653139613830303166222c2264223a2261756469742d7461736b222c2276223a312c2263223a227461736b2f313835383039333035363030303330222c227373223a322c2271223a352c226e223a362c22696e223a7b227461736b4964223a3138353830393330353630303033307d2c2261223a5b7b226e223a312c226b223a22576f726b666c6f7731222c2276223a7b2243617365496473223a5b3138353830393330353630303034315d7d7d2c7b226e223a322c2270223a312c226b223a22726f6f74227d2c7b226e223a362c2270223a322c226b223a226f7264657273227d5d2c2262223a5b7b2269223a2230306138666531396138303031662d352d33222c226e223a22456c73612e42756c6b4469737061746368576f726b666c6f7773222c2261223a226f7264657273222c2278223a362c2263223a317d5d7d',NULL,'task/185809305600030',NULL,NULL,0,0,'2026-06-10 01:00:00','2026-06-10 01:00:00',NULL,5);
INSERT INTO instance VALUES('00a8fe19a8001f-5-4','online-audit',1,'e3445939519d86b9c6af46dac58e7830bfc6d667051d47b9901b55fd3d6c0ef3','Running','Suspended',2,X'7b2269223a2230306138666531396138303031662d352d34222c2264223a226f6e6c696e652d6175646974222c2276223a312c2263223a22636173652f313835383039333035363030303431222c2270223a223030613866653139613830303166222c227373223a322c2271223a322c226e223a342c22696e223a7b224974656d223a3138353830393330353630303034312c22506172656e74496e7374616e63654964223a223030613866653139613830303166227d2c2261223a5b7b226e223a312c226b223a22576f726b666c6f7731227d2c7b226e223a322c2270223a312c226b223a22726f6f74227d2c7b226e223a342c2270223a322c226b223a2268616e646c65227d5d2c2262223a5b7b2269223a2230306138666531396138303031662d352d342d322d32222c226e223a22576f726b4974656d222c2261223a2268616e646c65222c2278223a347d5d7d',NULL,'case/185809305600041','00a8fe19a8001f','00a8fe19a8001f-5-3',0,0,'2026-06-10 01:00:00','2026-06-10 01:00:00',NULL,2);
INSERT INTO instance VALUES('00a8fe19a80045','audit-task',1,'9c0b1b9414add62a36a5d7f34447b09c5a968e8c3bfded17d797abf2ef1fa3fa','Running','Suspended',5,X'7b2269223a223030613866653139613830303435222c2264223a2261756469742d7461736b222c2276223a312c2263223a227461736b2f313835383039333035363030303638222c227373223a322c2271223a352c226e223a362c22696e223a7b227461736b4964223a3138353830393330353630303036387d2c2261223a5b7b226e223a312c226b223a22576f726b666c6f7731222c2276223a7b2243617365496473223a5b3138353830393330353630303037395d7d7d2c7b226e223a322c2270223a312c226b223a22726f6f74227d2c7b226e223a362c2270223a322c226b223a226f7264657273227d5d2c2262223a5b7b2269223a2230306138666531396138303034352d352d33222c226e223a22456c73612e42756c6b4469737061746368576f726b666c6f7773222c2261223a226f7264657273222c2278223a362c2263223a317d5d7d',NULL,'task/185809305600068',NULL,NULL,0,0,'2026-06-10 01:00:00','2026-06-10 01:00:00',NULL,5);
INSERT INTO instance VALUES('00a8fe19a80045-5-4','online-audit',1,'e3445939519d86b9c6af46dac58e7830bfc6d667051d47b9901b55fd3d6c0ef3','Running','Suspended',3,X'7b2269223a2230306138666531396138303034352d352d34222c2264223a226f6e6c696e652d6175646974222c2276223a312c2263223a22636173652f313835383039333035363030303739222c2270223a223030613866653139613830303435222c227373223a322c2271223a332c226e223a352c22696e223a7b224974656d223a3138353830393330353630303037392c22506172656e74496e7374616e63654964223a223030613866653139613830303435227d2c2261223a5b7b226e223a312c226b223a22576f726b666c6f7731227d2c7b226e223a322c2270223a312c226b223a22726f6f74227d2c7b226e223a352c2270223a322c226b223a22756e69742d726576696577227d5d2c2262223a5b7b2269223a2230306138666531396138303034352d352d342d332d33222c226e223a22576f726b4974656d222c2261223a22756e69742d726576696577222c2278223a357d5d7d',NULL,'case/185809305600079','00a8fe19a80045','00a8fe19a80045-5-3',0,0,'2026-06-10 01:00:00','2026-06-10 01:00:00',NULL,3);
INSERT INTO instance VALUES('00a8fe19a80074','audit-task',1,'9c0b1b9414add62a36a5d7f34447b09c5a968e8c3bfded17d797abf2ef1fa3fa','Running','Suspended',2,X'7b2269223a223030613866653139613830303734222c2264223a2261756469742d7461736b222c2276223a312c2263223a227461736b2f313835383039333035363030313135222c227373223a322c2271223a322c226e223a342c22696e223a7b227461736b4964223a3138353830393330353630303131357d2c2261223a5b7b226e223a312c226b223a22576f726b666c6f7731222c2276223a7b2243617365496473223a6e756c6c7d7d2c7b226e223a322c2270223a312c226b223a22726f6f74227d2c7b226e223a342c2270223a322c226b223a2267656e6572617465227d5d2c2262223a5b7b2269223a2230306138666531396138303037342d322d31222c226e223a22576f726b4974656d222c2261223a2267656e6572617465222c2278223a347d5d7d',NULL,'task/185809305600115',NULL,NULL,0,0,'2026-06-10 01:00:00','2026-06-10 01:00:00',NULL,2);
CREATE TABLE IF NOT EXISTS "notification" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_notification" PRIMARY KEY,
    "account_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "args_json" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "read_at" TEXT NULL,
    "version" INTEGER NOT NULL
);
INSERT INTO notification VALUES(185809305600010,1,'work-item.opened','["RW-3703-202606-00001","\u751F\u6210\u4EFB\u52A1"]','task/185809305600000','2026-06-10 01:00:00',NULL,1);
INSERT INTO notification VALUES(185809305600021,1,'work-item.opened','["RW-3703-202606-00001","\u6D3E\u53D1\u5DE5\u5355"]','task/185809305600000','2026-06-10 01:00:00',NULL,1);
INSERT INTO notification VALUES(185809305600029,2,'work-item.opened','["GD-37030601-202605-00001","\u7B7E\u6536"]','case/185809305600011','2026-06-10 01:00:00',NULL,1);
INSERT INTO notification VALUES(185809305600040,1,'work-item.opened','["RW-3703-202606-00002","\u751F\u6210\u4EFB\u52A1"]','task/185809305600030','2026-06-10 01:00:00',NULL,1);
INSERT INTO notification VALUES(185809305600051,1,'work-item.opened','["RW-3703-202606-00002","\u6D3E\u53D1\u5DE5\u5355"]','task/185809305600030','2026-06-10 01:00:00',NULL,1);
INSERT INTO notification VALUES(185809305600059,2,'work-item.opened','["GD-37030601-202605-00002","\u7B7E\u6536"]','case/185809305600041','2026-06-10 01:00:00',NULL,1);
INSERT INTO notification VALUES(185809305600067,3,'work-item.opened','["GD-37030601-202605-00002","\u7A3D\u67E5\u5904\u7406"]','case/185809305600041','2026-06-10 01:00:00',NULL,1);
INSERT INTO notification VALUES(185809305600078,1,'work-item.opened','["RW-3703-202606-00003","\u751F\u6210\u4EFB\u52A1"]','task/185809305600068','2026-06-10 01:00:00',NULL,1);
INSERT INTO notification VALUES(185809305600089,1,'work-item.opened','["RW-3703-202606-00003","\u6D3E\u53D1\u5DE5\u5355"]','task/185809305600068','2026-06-10 01:00:00',NULL,1);
INSERT INTO notification VALUES(185809305600097,2,'work-item.opened','["GD-37030601-202605-00003","\u7B7E\u6536"]','case/185809305600079','2026-06-10 01:00:00',NULL,1);
INSERT INTO notification VALUES(185809305600105,3,'work-item.opened','["GD-37030601-202605-00003","\u7A3D\u67E5\u5904\u7406"]','case/185809305600079','2026-06-10 01:00:00',NULL,1);
INSERT INTO notification VALUES(185809305600114,2,'work-item.opened','["GD-37030601-202605-00003","\u5355\u4F4D\u5BA1\u6838"]','case/185809305600079','2026-06-10 01:00:00',NULL,1);
INSERT INTO notification VALUES(185809305600125,1,'work-item.opened','["RW-3703-202606-00004","\u751F\u6210\u4EFB\u52A1"]','task/185809305600115','2026-06-10 01:00:00',NULL,1);
CREATE TABLE IF NOT EXISTS "org_unit" (
    "org_no" TEXT NOT NULL CONSTRAINT "PK_org_unit" PRIMARY KEY,
    "name" TEXT NOT NULL,
    "parent_org_no" TEXT NULL,
    "org_path" TEXT NOT NULL,
    "level" INTEGER NOT NULL,
    "version" INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS "outbox" (
    "id" TEXT NOT NULL CONSTRAINT "PK_outbox" PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "instance_id" TEXT NULL,
    "data" TEXT NOT NULL,
    "due_at" TEXT NOT NULL,
    "owner" TEXT NULL,
    "lease_until" TEXT NULL,
    "attempts" INTEGER NOT NULL,
    "dead" INTEGER NOT NULL,
    "last_error" TEXT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS "parked_stimulus" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_parked_stimulus" PRIMARY KEY,
    "name" TEXT NOT NULL,
    "stimulus_key" TEXT NOT NULL,
    "correlation_id" TEXT NULL,
    "instance_id" TEXT NULL,
    "payload_json" TEXT NULL,
    "actor" TEXT NOT NULL,
    "arrived_at" TEXT NOT NULL,
    "dead" INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS "publication_request" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_publication_request" PRIMARY KEY,
    "definition_id" TEXT NOT NULL,
    "definition_version" INTEGER NOT NULL,
    "content_hash" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "requested_by" INTEGER NOT NULL,
    "requested_by_person" TEXT NOT NULL,
    "requested_at" TEXT NOT NULL,
    "decided_by" INTEGER NULL,
    "decided_at" TEXT NULL,
    "comment" TEXT NULL,
    "version" INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS "request_key" (
    "request_key" TEXT NOT NULL CONSTRAINT "PK_request_key" PRIMARY KEY,
    "instance_id" TEXT NOT NULL,
    "committed_at" TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO request_key VALUES('task/1/0b03814d-5502-4ce5-bcc9-dce50a1f475e','00a8fe19a8001f','2026-06-10 01:00:00');
INSERT INTO request_key VALUES('task/1/334d1f3f-75c1-4b03-aab2-b702185df7e8','00a8fe19a80045','2026-06-10 01:00:00');
INSERT INTO request_key VALUES('task/1/3509be2c-5709-481a-b479-ca60e2235589','00a8fe19a80074','2026-06-10 01:00:00');
INSERT INTO request_key VALUES('task/1/a5e5b0b8-2697-4878-b27c-dc9bb3dd1ccd','00a8fe19a80001','2026-06-10 01:00:00');
INSERT INTO request_key VALUES('work-item/00a8fe19a80001-2-3/1/27d4cced-fce6-4d62-bda1-effa20b9beeb','00a8fe19a80001','2026-06-10 01:00:00');
INSERT INTO request_key VALUES('work-item/00a8fe19a80001-4-3/1/ff697eb4-d2a4-4d3b-993d-250660e6d52a','00a8fe19a80001','2026-06-10 01:00:00');
INSERT INTO request_key VALUES('work-item/00a8fe19a8001f-2-3/1/18a22205-d0df-4e7e-b996-54c08fdd9604','00a8fe19a8001f','2026-06-10 01:00:00');
INSERT INTO request_key VALUES('work-item/00a8fe19a8001f-4-3/1/a67e2b0f-7079-440e-88ce-3c5d3efec558','00a8fe19a8001f','2026-06-10 01:00:00');
INSERT INTO request_key VALUES('work-item/00a8fe19a8001f-5-4-1-3/2/d832b870-9953-434f-a544-cef0af18bf7d','00a8fe19a8001f-5-4','2026-06-10 01:00:00');
INSERT INTO request_key VALUES('work-item/00a8fe19a80045-2-3/1/2a1ea2b0-b50c-4b74-8c55-36c3d0bf2c8c','00a8fe19a80045','2026-06-10 01:00:00');
INSERT INTO request_key VALUES('work-item/00a8fe19a80045-4-3/1/3382e7b4-932c-4d84-bb5c-24e506b31e83','00a8fe19a80045','2026-06-10 01:00:00');
INSERT INTO request_key VALUES('work-item/00a8fe19a80045-5-4-1-3/2/f6e001ce-d2fa-406d-8e19-89d2d539cead','00a8fe19a80045-5-4','2026-06-10 01:00:00');
INSERT INTO request_key VALUES('work-item/00a8fe19a80045-5-4-2-4/3/5dc7d7f4-10a8-4e0d-9a69-78e9b49c6521','00a8fe19a80045-5-4','2026-06-10 01:00:00');
CREATE TABLE IF NOT EXISTS "role" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_role" PRIMARY KEY AUTOINCREMENT,
    "name" TEXT NULL,
    "normalized_name" TEXT NULL,
    "concurrency_stamp" TEXT NULL
);
INSERT INTO role VALUES(1,'analyst','ANALYST','analyst');
INSERT INTO role VALUES(2,'county-auditor','COUNTY-AUDITOR','county-auditor');
INSERT INTO role VALUES(3,'handler','HANDLER','handler');
INSERT INTO role VALUES(4,'reviewer','REVIEWER','reviewer');
INSERT INTO role VALUES(5,'process-owner','PROCESS-OWNER','process-owner');
INSERT INTO role VALUES(6,'auditor','AUDITOR','auditor');
INSERT INTO role VALUES(7,'administrator','ADMINISTRATOR','administrator');
CREATE TABLE IF NOT EXISTS "scan_run" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_scan_run" PRIMARY KEY,
    "ym" TEXT NOT NULL,
    "today" TEXT NOT NULL,
    "batch_id" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "themes_json" TEXT NOT NULL,
    "started_by" TEXT NOT NULL,
    "started_at" TEXT NOT NULL,
    "ended_at" TEXT NULL,
    "version" INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS "timer" (
    "instance_id" TEXT NOT NULL,
    "bookmark_id" TEXT NOT NULL,
    "due_at" TEXT NOT NULL,
    "owner" TEXT NULL,
    "lease_until" TEXT NULL,
    "attempts" INTEGER NOT NULL,
    "dead" INTEGER NOT NULL,
    "last_error" TEXT NULL,
    CONSTRAINT "PK_timer" PRIMARY KEY ("instance_id", "bookmark_id")
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS "work_item" (
    "id" TEXT NOT NULL CONSTRAINT "PK_work_item" PRIMARY KEY,
    "instance_id" TEXT NOT NULL,
    "bookmark_id" TEXT NOT NULL,
    "activity_id" TEXT NOT NULL,
    "activity_type" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "subject_number" TEXT NOT NULL,
    "subject_title" TEXT NOT NULL,
    "unit_path" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "role_name" TEXT NOT NULL,
    "org_path" TEXT NOT NULL,
    "assignee_id" INTEGER NULL,
    "form_key" TEXT NOT NULL,
    "form_version" INTEGER NOT NULL,
    "outcomes_json" TEXT NOT NULL,
    "urgency" TEXT NOT NULL,
    "opened_at" TEXT NOT NULL,
    "due_at" TEXT NULL,
    "state" TEXT NOT NULL,
    "outcome" TEXT NULL,
    "comment" TEXT NULL,
    "answers_json" TEXT NULL,
    "completed_by" INTEGER NULL,
    "completed_at" TEXT NULL,
    "version" INTEGER NOT NULL
);
INSERT INTO work_item VALUES('00a8fe19a80001-2-3','00a8fe19a80001','00a8fe19a80001-2-1','generate','Audit.GenerateTask','task/185809305600000','RW-3703-202606-00001','6月两部制电价稽查','/37/3703/','生成任务','task','analyst','/37/3703/',NULL,'generate-task',1,'[{"value":"\u751F\u6210","label":{"zh":"\u751F\u6210","en":"Plan work orders"},"commentRequired":false,"primary":true}]','normal','2026-06-10 01:00:00','2026-06-12 01:00:00','completed','生成',NULL,'{"title":"6月两部制电价稽查","type":"online","urgency":"normal"}',1,'2026-06-10 01:00:00',2);
INSERT INTO work_item VALUES('00a8fe19a80001-4-3','00a8fe19a80001','00a8fe19a80001-4-1','dispatch','Audit.Dispatch','task/185809305600000','RW-3703-202606-00001','6月两部制电价稽查','/37/3703/','派发工单','dispatch','analyst','/37/3703/',NULL,'dispatch',1,'[{"value":"\u6D3E\u53D1","label":{"zh":"\u6D3E\u53D1","en":"Dispatch"},"commentRequired":false,"primary":true}]','normal','2026-06-10 01:00:00','2026-06-12 01:00:00','completed','派发',NULL,'{}',1,'2026-06-10 01:00:00',2);
INSERT INTO work_item VALUES('00a8fe19a80001-5-4-1-3','00a8fe19a80001-5-4','00a8fe19a80001-5-4-1-1','sign-in','Audit.SignIn','case/185809305600011','GD-37030601-202605-00001','DJ-01 100001','/37/3703/370306/37030601/','签收','dispatch','county-auditor','/37/3703/370306/',NULL,'sign-in',1,'[{"value":"\u7B7E\u6536","label":{"zh":"\u7B7E\u6536","en":"Sign in"},"commentRequired":false,"primary":true},{"value":"\u9000\u56DE","label":{"zh":"\u9000\u56DE","en":"Refuse"},"commentRequired":true,"primary":false}]','normal','2026-06-10 01:00:00','2026-06-11 01:00:00','open',NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO work_item VALUES('00a8fe19a8001f-2-3','00a8fe19a8001f','00a8fe19a8001f-2-1','generate','Audit.GenerateTask','task/185809305600030','RW-3703-202606-00002','6月两部制电价稽查','/37/3703/','生成任务','task','analyst','/37/3703/',NULL,'generate-task',1,'[{"value":"\u751F\u6210","label":{"zh":"\u751F\u6210","en":"Plan work orders"},"commentRequired":false,"primary":true}]','normal','2026-06-10 01:00:00','2026-06-12 01:00:00','completed','生成',NULL,'{"title":"6月两部制电价稽查","type":"online","urgency":"normal"}',1,'2026-06-10 01:00:00',2);
INSERT INTO work_item VALUES('00a8fe19a8001f-4-3','00a8fe19a8001f','00a8fe19a8001f-4-1','dispatch','Audit.Dispatch','task/185809305600030','RW-3703-202606-00002','6月两部制电价稽查','/37/3703/','派发工单','dispatch','analyst','/37/3703/',NULL,'dispatch',1,'[{"value":"\u6D3E\u53D1","label":{"zh":"\u6D3E\u53D1","en":"Dispatch"},"commentRequired":false,"primary":true}]','normal','2026-06-10 01:00:00','2026-06-12 01:00:00','completed','派发',NULL,'{}',1,'2026-06-10 01:00:00',2);
INSERT INTO work_item VALUES('00a8fe19a8001f-5-4-1-3','00a8fe19a8001f-5-4','00a8fe19a8001f-5-4-1-1','sign-in','Audit.SignIn','case/185809305600041','GD-37030601-202605-00002','DJ-01 100002','/37/3703/370306/37030601/','签收','dispatch','county-auditor','/37/3703/370306/',NULL,'sign-in',1,'[{"value":"\u7B7E\u6536","label":{"zh":"\u7B7E\u6536","en":"Sign in"},"commentRequired":false,"primary":true},{"value":"\u9000\u56DE","label":{"zh":"\u9000\u56DE","en":"Refuse"},"commentRequired":true,"primary":false}]','normal','2026-06-10 01:00:00','2026-06-11 01:00:00','completed','签收',NULL,'{}',2,'2026-06-10 01:00:00',2);
INSERT INTO work_item VALUES('00a8fe19a8001f-5-4-2-4','00a8fe19a8001f-5-4','00a8fe19a8001f-5-4-2-2','handle','Audit.Handle','case/185809305600041','GD-37030601-202605-00002','DJ-01 100002','/37/3703/370306/37030601/','稽查处理','handle','handler','/37/3703/370306/37030601/',NULL,'handling-reply',1,'[{"value":"\u63D0\u4EA4","label":{"zh":"\u63D0\u4EA4","en":"Reply"},"commentRequired":false,"primary":true}]','normal','2026-06-10 01:00:00','2026-06-25 01:00:00','open',NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO work_item VALUES('00a8fe19a80045-2-3','00a8fe19a80045','00a8fe19a80045-2-1','generate','Audit.GenerateTask','task/185809305600068','RW-3703-202606-00003','6月两部制电价稽查','/37/3703/','生成任务','task','analyst','/37/3703/',NULL,'generate-task',1,'[{"value":"\u751F\u6210","label":{"zh":"\u751F\u6210","en":"Plan work orders"},"commentRequired":false,"primary":true}]','normal','2026-06-10 01:00:00','2026-06-12 01:00:00','completed','生成',NULL,'{"title":"6月两部制电价稽查","type":"online","urgency":"normal"}',1,'2026-06-10 01:00:00',2);
INSERT INTO work_item VALUES('00a8fe19a80045-4-3','00a8fe19a80045','00a8fe19a80045-4-1','dispatch','Audit.Dispatch','task/185809305600068','RW-3703-202606-00003','6月两部制电价稽查','/37/3703/','派发工单','dispatch','analyst','/37/3703/',NULL,'dispatch',1,'[{"value":"\u6D3E\u53D1","label":{"zh":"\u6D3E\u53D1","en":"Dispatch"},"commentRequired":false,"primary":true}]','normal','2026-06-10 01:00:00','2026-06-12 01:00:00','completed','派发',NULL,'{}',1,'2026-06-10 01:00:00',2);
INSERT INTO work_item VALUES('00a8fe19a80045-5-4-1-3','00a8fe19a80045-5-4','00a8fe19a80045-5-4-1-1','sign-in','Audit.SignIn','case/185809305600079','GD-37030601-202605-00003','DJ-01 100003','/37/3703/370306/37030601/','签收','dispatch','county-auditor','/37/3703/370306/',NULL,'sign-in',1,'[{"value":"\u7B7E\u6536","label":{"zh":"\u7B7E\u6536","en":"Sign in"},"commentRequired":false,"primary":true},{"value":"\u9000\u56DE","label":{"zh":"\u9000\u56DE","en":"Refuse"},"commentRequired":true,"primary":false}]','normal','2026-06-10 01:00:00','2026-06-11 01:00:00','completed','签收',NULL,'{}',2,'2026-06-10 01:00:00',2);
INSERT INTO work_item VALUES('00a8fe19a80045-5-4-2-4','00a8fe19a80045-5-4','00a8fe19a80045-5-4-2-2','handle','Audit.Handle','case/185809305600079','GD-37030601-202605-00003','DJ-01 100003','/37/3703/370306/37030601/','稽查处理','handle','handler','/37/3703/370306/37030601/',NULL,'handling-reply',1,'[{"value":"\u63D0\u4EA4","label":{"zh":"\u63D0\u4EA4","en":"Reply"},"commentRequired":false,"primary":true}]','normal','2026-06-10 01:00:00','2026-06-25 01:00:00','completed','提交',NULL,'{"checkedBy":"onsite","checkedAt":"2026-06-10","checkers":"张三、李四","conclusion":"confirmed-internal","problemKind":"02","cause":"04","explanation":"现场核对铭牌容量为 400 kVA，系统电价仍为单一制，属改类后未维护电价。","responsible":"城关供电所营业班","correctionType":"04","correction":"已发起改类流程并追补基本电费。","recoveredYuan":"12800.50"}',3,'2026-06-10 01:00:00',2);
INSERT INTO work_item VALUES('00a8fe19a80045-5-4-3-5','00a8fe19a80045-5-4','00a8fe19a80045-5-4-3-3','unit-review','Audit.UnitReview','case/185809305600079','GD-37030601-202605-00003','DJ-01 100003','/37/3703/370306/37030601/','单位审核','recheck','county-auditor','/37/3703/370306/',NULL,'unit-review',1,'[{"value":"\u540C\u610F","label":{"zh":"\u540C\u610F","en":"Agree"},"commentRequired":false,"primary":true},{"value":"\u9000\u56DE","label":{"zh":"\u9000\u56DE","en":"Return"},"commentRequired":true,"primary":false}]','normal','2026-06-10 01:00:00','2026-06-12 01:00:00','open',NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO work_item VALUES('00a8fe19a80074-2-3','00a8fe19a80074','00a8fe19a80074-2-1','generate','Audit.GenerateTask','task/185809305600115','RW-3703-202606-00004','6月两部制电价稽查','/37/3703/','生成任务','task','analyst','/37/3703/',NULL,'generate-task',1,'[{"value":"\u751F\u6210","label":{"zh":"\u751F\u6210","en":"Plan work orders"},"commentRequired":false,"primary":true}]','normal','2026-06-10 01:00:00','2026-06-12 01:00:00','open',NULL,NULL,NULL,NULL,NULL,1);
CREATE TABLE IF NOT EXISTS "asp_net_user_claims" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_asp_net_user_claims" PRIMARY KEY AUTOINCREMENT,
    "user_id" INTEGER NOT NULL,
    "claim_type" TEXT NULL,
    "claim_value" TEXT NULL,
    CONSTRAINT "FK_asp_net_user_claims_account_user_id" FOREIGN KEY ("user_id") REFERENCES "account" ("id") ON DELETE CASCADE
);
CREATE TABLE IF NOT EXISTS "asp_net_user_logins" (
    "login_provider" TEXT NOT NULL,
    "provider_key" TEXT NOT NULL,
    "provider_display_name" TEXT NULL,
    "user_id" INTEGER NOT NULL,
    CONSTRAINT "PK_asp_net_user_logins" PRIMARY KEY ("login_provider", "provider_key"),
    CONSTRAINT "FK_asp_net_user_logins_account_user_id" FOREIGN KEY ("user_id") REFERENCES "account" ("id") ON DELETE CASCADE
);
CREATE TABLE IF NOT EXISTS "asp_net_user_tokens" (
    "user_id" INTEGER NOT NULL,
    "login_provider" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "value" TEXT NULL,
    CONSTRAINT "PK_asp_net_user_tokens" PRIMARY KEY ("user_id", "login_provider", "name"),
    CONSTRAINT "FK_asp_net_user_tokens_account_user_id" FOREIGN KEY ("user_id") REFERENCES "account" ("id") ON DELETE CASCADE
);
CREATE TABLE IF NOT EXISTS "asp_net_role_claims" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_asp_net_role_claims" PRIMARY KEY AUTOINCREMENT,
    "role_id" INTEGER NOT NULL,
    "claim_type" TEXT NULL,
    "claim_value" TEXT NULL,
    CONSTRAINT "FK_asp_net_role_claims_role_role_id" FOREIGN KEY ("role_id") REFERENCES "role" ("id") ON DELETE CASCADE
);
CREATE TABLE IF NOT EXISTS "asp_net_user_roles" (
    "user_id" INTEGER NOT NULL,
    "role_id" INTEGER NOT NULL,
    CONSTRAINT "PK_asp_net_user_roles" PRIMARY KEY ("user_id", "role_id"),
    CONSTRAINT "FK_asp_net_user_roles_account_user_id" FOREIGN KEY ("user_id") REFERENCES "account" ("id") ON DELETE CASCADE,
    CONSTRAINT "FK_asp_net_user_roles_role_role_id" FOREIGN KEY ("role_id") REFERENCES "role" ("id") ON DELETE CASCADE
);
INSERT INTO asp_net_user_roles VALUES(1,1);
INSERT INTO asp_net_user_roles VALUES(2,2);
INSERT INTO asp_net_user_roles VALUES(3,3);
INSERT INTO asp_net_user_roles VALUES(4,3);
INSERT INTO asp_net_user_roles VALUES(5,4);
INSERT INTO asp_net_user_roles VALUES(6,5);
INSERT INTO asp_net_user_roles VALUES(7,4);
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('role',7);
CREATE INDEX "EmailIndex" ON "account" ("normalized_email");
CREATE INDEX "IX_account_org_path" ON "account" ("org_path");
CREATE UNIQUE INDEX "UserNameIndex" ON "account" ("normalized_user_name");
CREATE INDEX "IX_anomaly_case_id" ON "anomaly" ("case_id");
CREATE INDEX "IX_anomaly_state_id" ON "anomaly" ("state", "id");
CREATE INDEX "IX_anomaly_task_id" ON "anomaly" ("task_id");
CREATE UNIQUE INDEX "IX_anomaly_theme_code_ym_obj_key" ON "anomaly" ("theme_code", "ym", "obj_key");
CREATE INDEX "IX_asp_net_role_claims_role_id" ON "asp_net_role_claims" ("role_id");
CREATE INDEX "IX_asp_net_user_claims_user_id" ON "asp_net_user_claims" ("user_id");
CREATE INDEX "IX_asp_net_user_logins_user_id" ON "asp_net_user_logins" ("user_id");
CREATE INDEX "IX_asp_net_user_roles_role_id" ON "asp_net_user_roles" ("role_id");
CREATE INDEX "IX_audit_case_instance_id" ON "audit_case" ("instance_id");
CREATE UNIQUE INDEX "IX_audit_case_number" ON "audit_case" ("number");
CREATE INDEX "IX_audit_case_org_path_id" ON "audit_case" ("org_path", "id");
CREATE INDEX "IX_audit_case_stage_id" ON "audit_case" ("stage", "id");
CREATE INDEX "IX_audit_case_task_id" ON "audit_case" ("task_id");
CREATE INDEX "IX_audit_task_instance_id" ON "audit_task" ("instance_id");
CREATE UNIQUE INDEX "IX_audit_task_number" ON "audit_task" ("number");
CREATE INDEX "IX_audit_task_org_path_id" ON "audit_task" ("org_path", "id");
CREATE INDEX "IX_bookmark_stimulus_key_name_correlation_id" ON "bookmark" ("stimulus_key", "name", "correlation_id") WHERE stimulus_key is not null;
CREATE INDEX "IX_case_item_case_id" ON "case_item" ("case_id");
CREATE INDEX "IX_deadline_due_at" ON "deadline" ("due_at") WHERE state = 'pending';
CREATE INDEX "IX_deadline_work_item_id" ON "deadline" ("work_item_id");
CREATE INDEX "IX_definition_definition_id_content_hash" ON "definition" ("definition_id", "content_hash");
CREATE INDEX "IX_evidence_file_case_id" ON "evidence_file" ("case_id");
CREATE UNIQUE INDEX "IX_hazard_case_id" ON "hazard" ("case_id");
CREATE UNIQUE INDEX "IX_hazard_number" ON "hazard" ("number");
CREATE INDEX "IX_hazard_org_path_id" ON "hazard" ("org_path", "id");
CREATE INDEX "IX_history_head_rooted" ON "history_head" ("rooted");
CREATE INDEX "IX_import_batch_state_id" ON "import_batch" ("state", "id");
CREATE INDEX "IX_incident_definition_id_activity_id_code" ON "incident" ("definition_id", "activity_id", "code");
CREATE INDEX "IX_instance_correlation_id" ON "instance" ("correlation_id") WHERE correlation_id is not null;
CREATE INDEX "IX_instance_definition_id_definition_version_status" ON "instance" ("definition_id", "definition_version", "status");
CREATE INDEX "IX_instance_parent_instance_id" ON "instance" ("parent_instance_id") WHERE parent_instance_id is not null;
CREATE INDEX "IX_notification_account_id_id" ON "notification" ("account_id", "id");
CREATE INDEX "IX_org_unit_org_path" ON "org_unit" ("org_path");
CREATE INDEX "IX_outbox_due_at" ON "outbox" ("due_at");
CREATE INDEX "IX_parked_stimulus_instance_id" ON "parked_stimulus" ("instance_id") WHERE instance_id is not null;
CREATE INDEX "IX_parked_stimulus_stimulus_key_name" ON "parked_stimulus" ("stimulus_key", "name");
CREATE INDEX "IX_publication_request_definition_id_state" ON "publication_request" ("definition_id", "state");
CREATE INDEX "IX_publication_request_state_requested_at" ON "publication_request" ("state", "requested_at");
CREATE UNIQUE INDEX "RoleNameIndex" ON "role" ("normalized_name");
CREATE INDEX "IX_timer_due_at" ON "timer" ("due_at");
CREATE INDEX "IX_work_item_bookmark_id" ON "work_item" ("bookmark_id");
CREATE INDEX "IX_work_item_completed_by_completed_at" ON "work_item" ("completed_by", "completed_at") WHERE completed_by is not null;
CREATE INDEX "IX_work_item_role_name_due_at_id" ON "work_item" ("role_name", "due_at", "id") WHERE state = 'open';
CREATE INDEX "IX_work_item_subject" ON "work_item" ("subject");
COMMIT;
