using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace CaseMgmt.Cases.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "account",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    display_name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    person_no = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    org_no = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    org_path = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    disabled = table.Column<bool>(type: "bit", nullable: false),
                    language = table.Column<string>(type: "nvarchar(5)", maxLength: 5, nullable: false),
                    user_name = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    email_confirmed = table.Column<bool>(type: "bit", nullable: false),
                    password_hash = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    security_stamp = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    phone_number = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "bit", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "bit", nullable: false),
                    lockout_end = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "bit", nullable: false),
                    access_failed_count = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "anomaly",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    theme_code = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    theme_version = table.Column<int>(type: "int", nullable: false),
                    ym = table.Column<string>(type: "nvarchar(6)", maxLength: 6, nullable: false),
                    obj_key = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    org_no = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    org_path = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: false),
                    metric = table.Column<decimal>(type: "decimal(24,6)", precision: 24, scale: 6, nullable: false),
                    limit_value = table.Column<decimal>(type: "decimal(24,6)", precision: 24, scale: 6, nullable: false),
                    level = table.Column<string>(type: "nvarchar(8)", maxLength: 8, nullable: false),
                    specialty = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    state = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    triage_reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    hits = table.Column<int>(type: "int", nullable: false),
                    first_seen_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    last_seen_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    last_run_id = table.Column<long>(type: "bigint", nullable: false),
                    task_id = table.Column<long>(type: "bigint", nullable: true),
                    case_id = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_anomaly", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "audit_case",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    title = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: false),
                    task_id = table.Column<long>(type: "bigint", nullable: false),
                    theme_code = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    theme_version = table.Column<int>(type: "int", nullable: false),
                    specialty = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    level = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    urgency = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    org_no = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    org_path = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    stage = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    state = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    instance_id = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    due_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    overdue = table.Column<bool>(type: "bit", nullable: false),
                    escalation_level = table.Column<int>(type: "int", nullable: false),
                    returns = table.Column<int>(type: "int", nullable: false),
                    conclusion = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    root_cause = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    recovered_yuan = table.Column<decimal>(type: "decimal(18,2)", precision: 18, scale: 2, nullable: false),
                    score = table.Column<decimal>(type: "decimal(6,2)", precision: 6, scale: 2, nullable: true),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    closed_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_case", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "audit_task",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    type = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    urgency = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    stage = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    state = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    org_no = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    org_path = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    instance_id = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    created_by = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    closed_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_task", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "bookmark",
                columns: table => new
                {
                    instance_id = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    bookmark_id = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    name = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    stimulus_key = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    correlation_id = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: true),
                    activity_id = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bookmark", x => new { x.instance_id, x.bookmark_id });
                });

            migrationBuilder.CreateTable(
                name: "case_item",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    case_id = table.Column<long>(type: "bigint", nullable: false),
                    anomaly_id = table.Column<long>(type: "bigint", nullable: false),
                    obj_key = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    metric = table.Column<decimal>(type: "decimal(18,4)", precision: 18, scale: 4, nullable: false),
                    limit_value = table.Column<decimal>(type: "decimal(18,4)", precision: 18, scale: 4, nullable: false),
                    conclusion = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_item", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "counter",
                columns: table => new
                {
                    name = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    last_value = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_counter", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "deadline",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    work_item_id = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    subject = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    step = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    send_to = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    level = table.Column<int>(type: "int", nullable: false),
                    due_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    state = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    owner = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    lease_until = table.Column<DateTime>(type: "datetime2", nullable: true),
                    fired_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_deadline", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "definition",
                columns: table => new
                {
                    definition_id = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    definition_version = table.Column<int>(type: "int", nullable: false),
                    content_hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    name = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: false),
                    json = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    state = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    is_latest_published = table.Column<bool>(type: "bit", nullable: false),
                    created_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    published_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_definition", x => new { x.definition_id, x.definition_version });
                });

            migrationBuilder.CreateTable(
                name: "draft_save",
                columns: table => new
                {
                    definition_id = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    tab = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    body_hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    saved_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_draft_save", x => x.definition_id);
                });

            migrationBuilder.CreateTable(
                name: "evidence_file",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    case_id = table.Column<long>(type: "bigint", nullable: false),
                    activity_id = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    file_name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    content_type = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    uploaded_by = table.Column<long>(type: "bigint", nullable: false),
                    uploaded_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    latitude = table.Column<double>(type: "float", nullable: true),
                    longitude = table.Column<double>(type: "float", nullable: true),
                    taken_at = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_evidence_file", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fan_in",
                columns: table => new
                {
                    id = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    instance_id = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    bookmark_id = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    total = table.Column<int>(type: "int", nullable: false),
                    finished = table.Column<int>(type: "int", nullable: false),
                    faulted = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_fan_in", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "hazard",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    title = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: false),
                    specialty = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    root_cause = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    body_md = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    case_id = table.Column<long>(type: "bigint", nullable: false),
                    org_path = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    status = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hazard", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "history",
                columns: table => new
                {
                    subject = table.Column<string>(type: "nvarchar(208)", maxLength: 208, nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    actor = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    kind = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    data = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    hash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_history", x => new { x.subject, x.seq });
                });

            migrationBuilder.CreateTable(
                name: "history_head",
                columns: table => new
                {
                    subject = table.Column<string>(type: "nvarchar(208)", maxLength: 208, nullable: false),
                    entries = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    rooted = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_history_head", x => x.subject);
                });

            migrationBuilder.CreateTable(
                name: "history_leaf",
                columns: table => new
                {
                    root_number = table.Column<long>(type: "bigint", nullable: false),
                    subject = table.Column<string>(type: "nvarchar(208)", maxLength: 208, nullable: false),
                    entries = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_history_leaf", x => new { x.root_number, x.subject });
                });

            migrationBuilder.CreateTable(
                name: "history_personal",
                columns: table => new
                {
                    subject = table.Column<string>(type: "nvarchar(208)", maxLength: 208, nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    field = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    content = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    salt = table.Column<byte[]>(type: "varbinary(16)", maxLength: 16, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_history_personal", x => new { x.subject, x.seq, x.field });
                });

            migrationBuilder.CreateTable(
                name: "history_root",
                columns: table => new
                {
                    number = table.Column<long>(type: "bigint", nullable: false),
                    sealed_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    leaves = table.Column<int>(type: "int", nullable: false),
                    hash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    signature = table.Column<byte[]>(type: "varbinary(128)", maxLength: 128, nullable: false),
                    key_id = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_history_root", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "import_batch",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    ym = table.Column<string>(type: "nvarchar(6)", maxLength: 6, nullable: true),
                    stamp = table.Column<DateOnly>(type: "date", nullable: true),
                    progress = table.Column<double>(type: "float", nullable: false),
                    rows_read = table.Column<long>(type: "bigint", nullable: false),
                    rows_rejected = table.Column<long>(type: "bigint", nullable: false),
                    files_json = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    problems_json = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    started_by = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    started_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ended_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_import_batch", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "incident",
                columns: table => new
                {
                    instance_id = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    activity_instance_id = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    activity_id = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    definition_id = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    code = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    reason = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    occurred_at = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incident", x => new { x.instance_id, x.activity_instance_id });
                });

            migrationBuilder.CreateTable(
                name: "instance",
                columns: table => new
                {
                    id = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    definition_id = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    definition_version = table.Column<int>(type: "int", nullable: false),
                    definition_hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    status = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    sub_status = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    name = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    correlation_id = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: true),
                    parent_instance_id = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    fan_in_id = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    incident_count = table.Column<int>(type: "int", nullable: false),
                    paused = table.Column<bool>(type: "bit", nullable: false),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    updated_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    finished_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_instance", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "notification",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    account_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    args_json = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    subject = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    read_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notification", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "org_unit",
                columns: table => new
                {
                    org_no = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    parent_org_no = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    org_path = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    level = table.Column<int>(type: "int", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_org_unit", x => x.org_no);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    id = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    instance_id = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    data = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    due_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    owner = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    lease_until = table.Column<DateTime>(type: "datetime2", nullable: true),
                    attempts = table.Column<int>(type: "int", nullable: false),
                    dead = table.Column<bool>(type: "bit", nullable: false),
                    last_error = table.Column<string>(type: "nvarchar(512)", maxLength: 512, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "parked_stimulus",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    stimulus_key = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: false),
                    correlation_id = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: true),
                    instance_id = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    payload_json = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    actor = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    arrived_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    dead = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_parked_stimulus", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "publication_request",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    definition_id = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    definition_version = table.Column<int>(type: "int", nullable: false),
                    content_hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    name = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: false),
                    kind = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    state = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    requested_by = table.Column<long>(type: "bigint", nullable: false),
                    requested_by_person = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    requested_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    decided_by = table.Column<long>(type: "bigint", nullable: true),
                    decided_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    comment = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_publication_request", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "request_key",
                columns: table => new
                {
                    request_key = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    instance_id = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    committed_at = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_request_key", x => x.request_key);
                });

            migrationBuilder.CreateTable(
                name: "role",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    name = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    normalized_name = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    concurrency_stamp = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_role", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "scan_run",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    ym = table.Column<string>(type: "nvarchar(6)", maxLength: 6, nullable: false),
                    today = table.Column<DateOnly>(type: "date", nullable: false),
                    batch_id = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    themes_json = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    started_by = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    started_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ended_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_scan_run", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "timer",
                columns: table => new
                {
                    instance_id = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    bookmark_id = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    due_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    owner = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    lease_until = table.Column<DateTime>(type: "datetime2", nullable: true),
                    attempts = table.Column<int>(type: "int", nullable: false),
                    dead = table.Column<bool>(type: "bit", nullable: false),
                    last_error = table.Column<string>(type: "nvarchar(512)", maxLength: 512, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_timer", x => new { x.instance_id, x.bookmark_id });
                });

            migrationBuilder.CreateTable(
                name: "work_item",
                columns: table => new
                {
                    id = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    instance_id = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    bookmark_id = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    activity_id = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    activity_type = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    subject = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    subject_number = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    subject_title = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: false),
                    unit_path = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    title = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: false),
                    stage = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    role_name = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    org_path = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    assignee_id = table.Column<long>(type: "bigint", nullable: true),
                    form_key = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    form_version = table.Column<int>(type: "int", nullable: false),
                    outcomes_json = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    urgency = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    opened_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    due_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    state = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    outcome = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    comment = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    answers_json = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    completed_by = table.Column<long>(type: "bigint", nullable: true),
                    completed_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_item", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "asp_net_user_claims",
                columns: table => new
                {
                    id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    claim_type = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    claim_value = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_asp_net_user_claims", x => x.id);
                    table.ForeignKey(
                        name: "FK_asp_net_user_claims_account_user_id",
                        column: x => x.user_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "asp_net_user_logins",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "nvarchar(450)", nullable: false),
                    provider_key = table.Column<string>(type: "nvarchar(450)", nullable: false),
                    provider_display_name = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    user_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_asp_net_user_logins", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "FK_asp_net_user_logins_account_user_id",
                        column: x => x.user_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "asp_net_user_tokens",
                columns: table => new
                {
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    login_provider = table.Column<string>(type: "nvarchar(450)", nullable: false),
                    name = table.Column<string>(type: "nvarchar(450)", nullable: false),
                    value = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_asp_net_user_tokens", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "FK_asp_net_user_tokens_account_user_id",
                        column: x => x.user_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "asp_net_role_claims",
                columns: table => new
                {
                    id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    role_id = table.Column<long>(type: "bigint", nullable: false),
                    claim_type = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    claim_value = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_asp_net_role_claims", x => x.id);
                    table.ForeignKey(
                        name: "FK_asp_net_role_claims_role_role_id",
                        column: x => x.role_id,
                        principalTable: "role",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "asp_net_user_roles",
                columns: table => new
                {
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    role_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_asp_net_user_roles", x => new { x.user_id, x.role_id });
                    table.ForeignKey(
                        name: "FK_asp_net_user_roles_account_user_id",
                        column: x => x.user_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_asp_net_user_roles_role_role_id",
                        column: x => x.role_id,
                        principalTable: "role",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "role",
                columns: new[] { "id", "concurrency_stamp", "name", "normalized_name" },
                values: new object[,]
                {
                    { 1L, "analyst", "analyst", "ANALYST" },
                    { 2L, "county-auditor", "county-auditor", "COUNTY-AUDITOR" },
                    { 3L, "handler", "handler", "HANDLER" },
                    { 4L, "reviewer", "reviewer", "REVIEWER" },
                    { 5L, "process-owner", "process-owner", "PROCESS-OWNER" },
                    { 6L, "auditor", "auditor", "AUDITOR" },
                    { 7L, "administrator", "administrator", "ADMINISTRATOR" }
                });

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "account",
                column: "normalized_email");

            migrationBuilder.CreateIndex(
                name: "IX_account_org_path",
                table: "account",
                column: "org_path");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "account",
                column: "normalized_user_name",
                unique: true,
                filter: "[normalized_user_name] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_anomaly_case_id",
                table: "anomaly",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "IX_anomaly_state_id",
                table: "anomaly",
                columns: new[] { "state", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_anomaly_task_id",
                table: "anomaly",
                column: "task_id");

            migrationBuilder.CreateIndex(
                name: "IX_anomaly_theme_code_ym_obj_key",
                table: "anomaly",
                columns: new[] { "theme_code", "ym", "obj_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_asp_net_role_claims_role_id",
                table: "asp_net_role_claims",
                column: "role_id");

            migrationBuilder.CreateIndex(
                name: "IX_asp_net_user_claims_user_id",
                table: "asp_net_user_claims",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "IX_asp_net_user_logins_user_id",
                table: "asp_net_user_logins",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "IX_asp_net_user_roles_role_id",
                table: "asp_net_user_roles",
                column: "role_id");

            migrationBuilder.CreateIndex(
                name: "IX_audit_case_instance_id",
                table: "audit_case",
                column: "instance_id");

            migrationBuilder.CreateIndex(
                name: "IX_audit_case_number",
                table: "audit_case",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_audit_case_org_path_id",
                table: "audit_case",
                columns: new[] { "org_path", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_audit_case_stage_id",
                table: "audit_case",
                columns: new[] { "stage", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_audit_case_task_id",
                table: "audit_case",
                column: "task_id");

            migrationBuilder.CreateIndex(
                name: "IX_audit_task_instance_id",
                table: "audit_task",
                column: "instance_id");

            migrationBuilder.CreateIndex(
                name: "IX_audit_task_number",
                table: "audit_task",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_audit_task_org_path_id",
                table: "audit_task",
                columns: new[] { "org_path", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_bookmark_stimulus_key_name_correlation_id",
                table: "bookmark",
                columns: new[] { "stimulus_key", "name", "correlation_id" },
                filter: "stimulus_key is not null");

            migrationBuilder.CreateIndex(
                name: "IX_case_item_case_id",
                table: "case_item",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "IX_deadline_due_at",
                table: "deadline",
                column: "due_at",
                filter: "state = 'pending'");

            migrationBuilder.CreateIndex(
                name: "IX_deadline_work_item_id",
                table: "deadline",
                column: "work_item_id");

            migrationBuilder.CreateIndex(
                name: "IX_definition_definition_id_content_hash",
                table: "definition",
                columns: new[] { "definition_id", "content_hash" });

            migrationBuilder.CreateIndex(
                name: "IX_evidence_file_case_id",
                table: "evidence_file",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "IX_hazard_case_id",
                table: "hazard",
                column: "case_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_hazard_number",
                table: "hazard",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_hazard_org_path_id",
                table: "hazard",
                columns: new[] { "org_path", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_history_head_rooted",
                table: "history_head",
                column: "rooted");

            migrationBuilder.CreateIndex(
                name: "IX_import_batch_state_id",
                table: "import_batch",
                columns: new[] { "state", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_incident_definition_id_activity_id_code",
                table: "incident",
                columns: new[] { "definition_id", "activity_id", "code" });

            migrationBuilder.CreateIndex(
                name: "IX_instance_correlation_id",
                table: "instance",
                column: "correlation_id",
                filter: "correlation_id is not null");

            migrationBuilder.CreateIndex(
                name: "IX_instance_definition_id_definition_version_status",
                table: "instance",
                columns: new[] { "definition_id", "definition_version", "status" });

            migrationBuilder.CreateIndex(
                name: "IX_instance_parent_instance_id",
                table: "instance",
                column: "parent_instance_id",
                filter: "parent_instance_id is not null");

            migrationBuilder.CreateIndex(
                name: "IX_notification_account_id_id",
                table: "notification",
                columns: new[] { "account_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_org_unit_org_path",
                table: "org_unit",
                column: "org_path");

            migrationBuilder.CreateIndex(
                name: "IX_outbox_due_at",
                table: "outbox",
                column: "due_at");

            migrationBuilder.CreateIndex(
                name: "IX_parked_stimulus_instance_id",
                table: "parked_stimulus",
                column: "instance_id",
                filter: "instance_id is not null");

            migrationBuilder.CreateIndex(
                name: "IX_parked_stimulus_stimulus_key_name",
                table: "parked_stimulus",
                columns: new[] { "stimulus_key", "name" });

            migrationBuilder.CreateIndex(
                name: "IX_publication_request_definition_id_state",
                table: "publication_request",
                columns: new[] { "definition_id", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_publication_request_state_requested_at",
                table: "publication_request",
                columns: new[] { "state", "requested_at" });

            migrationBuilder.CreateIndex(
                name: "RoleNameIndex",
                table: "role",
                column: "normalized_name",
                unique: true,
                filter: "[normalized_name] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_timer_due_at",
                table: "timer",
                column: "due_at");

            migrationBuilder.CreateIndex(
                name: "IX_work_item_bookmark_id",
                table: "work_item",
                column: "bookmark_id");

            migrationBuilder.CreateIndex(
                name: "IX_work_item_completed_by_completed_at",
                table: "work_item",
                columns: new[] { "completed_by", "completed_at" },
                filter: "completed_by is not null");

            migrationBuilder.CreateIndex(
                name: "IX_work_item_role_name_due_at_id",
                table: "work_item",
                columns: new[] { "role_name", "due_at", "id" },
                filter: "state = 'open'");

            migrationBuilder.CreateIndex(
                name: "IX_work_item_subject",
                table: "work_item",
                column: "subject");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "anomaly");

            migrationBuilder.DropTable(
                name: "asp_net_role_claims");

            migrationBuilder.DropTable(
                name: "asp_net_user_claims");

            migrationBuilder.DropTable(
                name: "asp_net_user_logins");

            migrationBuilder.DropTable(
                name: "asp_net_user_roles");

            migrationBuilder.DropTable(
                name: "asp_net_user_tokens");

            migrationBuilder.DropTable(
                name: "audit_case");

            migrationBuilder.DropTable(
                name: "audit_task");

            migrationBuilder.DropTable(
                name: "bookmark");

            migrationBuilder.DropTable(
                name: "case_item");

            migrationBuilder.DropTable(
                name: "counter");

            migrationBuilder.DropTable(
                name: "deadline");

            migrationBuilder.DropTable(
                name: "definition");

            migrationBuilder.DropTable(
                name: "draft_save");

            migrationBuilder.DropTable(
                name: "evidence_file");

            migrationBuilder.DropTable(
                name: "fan_in");

            migrationBuilder.DropTable(
                name: "hazard");

            migrationBuilder.DropTable(
                name: "history");

            migrationBuilder.DropTable(
                name: "history_head");

            migrationBuilder.DropTable(
                name: "history_leaf");

            migrationBuilder.DropTable(
                name: "history_personal");

            migrationBuilder.DropTable(
                name: "history_root");

            migrationBuilder.DropTable(
                name: "import_batch");

            migrationBuilder.DropTable(
                name: "incident");

            migrationBuilder.DropTable(
                name: "instance");

            migrationBuilder.DropTable(
                name: "notification");

            migrationBuilder.DropTable(
                name: "org_unit");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "parked_stimulus");

            migrationBuilder.DropTable(
                name: "publication_request");

            migrationBuilder.DropTable(
                name: "request_key");

            migrationBuilder.DropTable(
                name: "scan_run");

            migrationBuilder.DropTable(
                name: "timer");

            migrationBuilder.DropTable(
                name: "work_item");

            migrationBuilder.DropTable(
                name: "role");

            migrationBuilder.DropTable(
                name: "account");
        }
    }
}
