using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseMgmt.Cases.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Monitoring : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_anomaly_state_id",
                table: "anomaly");

            migrationBuilder.AddColumn<bool>(
                name: "cancel_asked",
                table: "scan_run",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "cause",
                table: "scan_run",
                type: "nvarchar(16)",
                maxLength: 16,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "current_theme",
                table: "scan_run",
                type: "nvarchar(16)",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "lease_until",
                table: "scan_run",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "owner",
                table: "scan_run",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "total",
                table: "scan_run",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "cleared_at",
                table: "anomaly",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "data_stamp",
                table: "anomaly",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "queue_key",
                table: "anomaly",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<int>(
                name: "risk",
                table: "anomaly",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "secret",
                table: "anomaly",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "stake_fen",
                table: "anomaly",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "tags",
                table: "anomaly",
                type: "nvarchar(300)",
                maxLength: 300,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "white_id",
                table: "anomaly",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "clue",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    source = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    anonymous = table.Column<bool>(type: "bit", nullable: false),
                    secret = table.Column<bool>(type: "bit", nullable: false),
                    content = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    reporter = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    org_no = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    org_path = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    obj_key = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    state = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    anomaly_id = table.Column<long>(type: "bigint", nullable: true),
                    answered_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    created_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_clue", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "object_tag",
                columns: table => new
                {
                    tag_code = table.Column<string>(type: "nvarchar(24)", maxLength: 24, nullable: false),
                    obj_key = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    org_no = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    since = table.Column<DateTime>(type: "datetime2", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_object_tag", x => new { x.tag_code, x.obj_key });
                });

            migrationBuilder.CreateTable(
                name: "scan_schedule",
                columns: table => new
                {
                    theme_code = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    frequency = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    day = table.Column<int>(type: "int", nullable: false),
                    minute = table.Column<int>(type: "int", nullable: false),
                    working_days_only = table.Column<bool>(type: "bit", nullable: false),
                    enabled = table.Column<bool>(type: "bit", nullable: false),
                    next_due_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    owner = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    lease_until = table.Column<DateTime>(type: "datetime2", nullable: true),
                    last_run_id = table.Column<long>(type: "bigint", nullable: true),
                    last_due_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_scan_schedule", x => x.theme_code);
                });

            migrationBuilder.CreateTable(
                name: "tag_rule",
                columns: table => new
                {
                    code = table.Column<string>(type: "nvarchar(24)", maxLength: 24, nullable: false),
                    name_zh = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    name_en = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    weight = table.Column<int>(type: "int", nullable: false),
                    rule_sql = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    enabled = table.Column<bool>(type: "bit", nullable: false),
                    objects = table.Column<int>(type: "int", nullable: false),
                    batch_id = table.Column<long>(type: "bigint", nullable: true),
                    error = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tag_rule", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "theme_node",
                columns: table => new
                {
                    code = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    parent_code = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: true),
                    level = table.Column<int>(type: "int", nullable: false),
                    name_zh = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    name_en = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    themes = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    sort = table.Column<int>(type: "int", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_theme_node", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "theme_version",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    code = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    number = table.Column<int>(type: "int", nullable: false),
                    state = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    origin = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    content_hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    content_json = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    change_reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    test_json = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    written_by_person = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    written_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    approved_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    approved_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    effective_from = table.Column<DateOnly>(type: "date", nullable: true),
                    retired_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_theme_version", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "white_entry",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    type = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    theme_code = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    obj_key = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    org_no = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    org_path = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    anomaly_id = table.Column<long>(type: "bigint", nullable: false),
                    level = table.Column<string>(type: "nvarchar(8)", maxLength: 8, nullable: false),
                    reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    proof = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    fix_date = table.Column<DateOnly>(type: "date", nullable: true),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: false),
                    renewals = table.Column<int>(type: "int", nullable: false),
                    state = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    applied_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    applied_by_person = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    applied_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    reviewed_by_person = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    approved_by_person = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    end_reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    ended_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    reminded_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    metric = table.Column<decimal>(type: "decimal(24,6)", precision: 24, scale: 6, nullable: false),
                    object_print = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_white_entry", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_scan_run_state",
                table: "scan_run",
                column: "state");

            migrationBuilder.CreateIndex(
                name: "ix_anomaly_newest",
                table: "anomaly",
                columns: new[] { "state", "id", "org_path", "theme_code", "ym", "level", "secret" });

            migrationBuilder.CreateIndex(
                name: "IX_anomaly_obj_key_ym",
                table: "anomaly",
                columns: new[] { "obj_key", "ym" });

            migrationBuilder.CreateIndex(
                name: "ix_anomaly_org",
                table: "anomaly",
                columns: new[] { "org_no", "state", "queue_key", "id", "theme_code", "ym", "level", "secret" });

            migrationBuilder.CreateIndex(
                name: "ix_anomaly_queue",
                table: "anomaly",
                columns: new[] { "state", "queue_key", "id", "org_path", "theme_code", "ym", "level", "secret" });

            migrationBuilder.CreateIndex(
                name: "ix_anomaly_risk",
                table: "anomaly",
                columns: new[] { "state", "risk", "id", "org_path", "theme_code", "ym", "level", "secret" });

            migrationBuilder.CreateIndex(
                name: "ix_anomaly_stake",
                table: "anomaly",
                columns: new[] { "state", "stake_fen", "id", "org_path", "theme_code", "ym", "level", "secret" });

            migrationBuilder.CreateIndex(
                name: "ix_anomaly_theme",
                table: "anomaly",
                columns: new[] { "theme_code", "state", "queue_key", "id", "org_path", "ym", "level", "secret" });

            migrationBuilder.CreateIndex(
                name: "IX_anomaly_white_id",
                table: "anomaly",
                column: "white_id");

            migrationBuilder.CreateIndex(
                name: "IX_clue_state_id",
                table: "clue",
                columns: new[] { "state", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_object_tag_obj_key",
                table: "object_tag",
                column: "obj_key");

            migrationBuilder.CreateIndex(
                name: "IX_scan_schedule_enabled_next_due_at",
                table: "scan_schedule",
                columns: new[] { "enabled", "next_due_at" });

            migrationBuilder.CreateIndex(
                name: "IX_theme_node_parent_code",
                table: "theme_node",
                column: "parent_code");

            migrationBuilder.CreateIndex(
                name: "IX_theme_version_code_number",
                table: "theme_version",
                columns: new[] { "code", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_theme_version_state_code",
                table: "theme_version",
                columns: new[] { "state", "code" });

            migrationBuilder.CreateIndex(
                name: "IX_white_entry_state_valid_to",
                table: "white_entry",
                columns: new[] { "state", "valid_to" });

            migrationBuilder.CreateIndex(
                name: "IX_white_entry_theme_code_obj_key_state",
                table: "white_entry",
                columns: new[] { "theme_code", "obj_key", "state" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "clue");

            migrationBuilder.DropTable(
                name: "object_tag");

            migrationBuilder.DropTable(
                name: "scan_schedule");

            migrationBuilder.DropTable(
                name: "tag_rule");

            migrationBuilder.DropTable(
                name: "theme_node");

            migrationBuilder.DropTable(
                name: "theme_version");

            migrationBuilder.DropTable(
                name: "white_entry");

            migrationBuilder.DropIndex(
                name: "IX_scan_run_state",
                table: "scan_run");

            migrationBuilder.DropIndex(
                name: "ix_anomaly_newest",
                table: "anomaly");

            migrationBuilder.DropIndex(
                name: "IX_anomaly_obj_key_ym",
                table: "anomaly");

            migrationBuilder.DropIndex(
                name: "ix_anomaly_org",
                table: "anomaly");

            migrationBuilder.DropIndex(
                name: "ix_anomaly_queue",
                table: "anomaly");

            migrationBuilder.DropIndex(
                name: "ix_anomaly_risk",
                table: "anomaly");

            migrationBuilder.DropIndex(
                name: "ix_anomaly_stake",
                table: "anomaly");

            migrationBuilder.DropIndex(
                name: "ix_anomaly_theme",
                table: "anomaly");

            migrationBuilder.DropIndex(
                name: "IX_anomaly_white_id",
                table: "anomaly");

            migrationBuilder.DropColumn(
                name: "cancel_asked",
                table: "scan_run");

            migrationBuilder.DropColumn(
                name: "cause",
                table: "scan_run");

            migrationBuilder.DropColumn(
                name: "current_theme",
                table: "scan_run");

            migrationBuilder.DropColumn(
                name: "lease_until",
                table: "scan_run");

            migrationBuilder.DropColumn(
                name: "owner",
                table: "scan_run");

            migrationBuilder.DropColumn(
                name: "total",
                table: "scan_run");

            migrationBuilder.DropColumn(
                name: "cleared_at",
                table: "anomaly");

            migrationBuilder.DropColumn(
                name: "data_stamp",
                table: "anomaly");

            migrationBuilder.DropColumn(
                name: "queue_key",
                table: "anomaly");

            migrationBuilder.DropColumn(
                name: "risk",
                table: "anomaly");

            migrationBuilder.DropColumn(
                name: "secret",
                table: "anomaly");

            migrationBuilder.DropColumn(
                name: "stake_fen",
                table: "anomaly");

            migrationBuilder.DropColumn(
                name: "tags",
                table: "anomaly");

            migrationBuilder.DropColumn(
                name: "white_id",
                table: "anomaly");

            migrationBuilder.CreateIndex(
                name: "IX_anomaly_state_id",
                table: "anomaly",
                columns: new[] { "state", "id" });
        }
    }
}
