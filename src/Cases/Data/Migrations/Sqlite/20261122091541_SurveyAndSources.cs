using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseMgmt.Cases.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SurveyAndSources : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "problem",
                table: "scan_run",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "source",
                table: "scan_run",
                type: "TEXT",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "freshness_json",
                table: "import_batch",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<DateTime>(
                name: "lease_until",
                table: "import_batch",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "owner",
                table: "import_batch",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "source",
                table: "import_batch",
                type: "TEXT",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "own_conclusion",
                table: "case_item",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "source",
                table: "anomaly",
                type: "TEXT",
                maxLength: 32,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "survey_campaign",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    checklist_code = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    rules_json = table.Column<string>(type: "TEXT", nullable: false),
                    questions_json = table.Column<string>(type: "TEXT", nullable: false),
                    org_no = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    org_path = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    ym = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    rhythm = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    start_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    end_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    created_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    closed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_survey_campaign", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "survey_checklist",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    name_zh = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    name_en = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    rules_json = table.Column<string>(type: "TEXT", nullable: false),
                    questions_json = table.Column<string>(type: "TEXT", nullable: false),
                    enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_survey_checklist", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "survey_finding",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    campaign_id = table.Column<long>(type: "INTEGER", nullable: false),
                    rule_code = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    obj_key = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    org_no = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    org_path = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    team_id = table.Column<long>(type: "INTEGER", nullable: false),
                    metric = table.Column<decimal>(type: "TEXT", precision: 24, scale: 6, nullable: false),
                    limit_value = table.Column<decimal>(type: "TEXT", precision: 24, scale: 6, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    answers_json = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    checked_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    found_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    checked_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    settled_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    last_batch_id = table.Column<long>(type: "INTEGER", nullable: false),
                    anomaly_id = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_survey_finding", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "survey_report",
                columns: table => new
                {
                    campaign_id = table.Column<long>(type: "INTEGER", nullable: false),
                    period_end = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    period_start = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    lines_json = table.Column<string>(type: "TEXT", nullable: false),
                    made_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_survey_report", x => new { x.campaign_id, x.period_end });
                });

            migrationBuilder.CreateTable(
                name: "survey_run",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    campaign_id = table.Column<long>(type: "INTEGER", nullable: false),
                    batch_id = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    rules_json = table.Column<string>(type: "TEXT", nullable: false),
                    problem = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    started_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    owner = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    lease_until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_survey_run", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "survey_team",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    campaign_id = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    members_json = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_survey_team", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "survey_unit",
                columns: table => new
                {
                    campaign_id = table.Column<long>(type: "INTEGER", nullable: false),
                    org_no = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    org_path = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    team_id = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_survey_unit", x => new { x.campaign_id, x.org_no });
                });

            migrationBuilder.CreateIndex(
                name: "IX_survey_campaign_state_id",
                table: "survey_campaign",
                columns: new[] { "state", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_survey_finding_campaign_id_rule_code_obj_key",
                table: "survey_finding",
                columns: new[] { "campaign_id", "rule_code", "obj_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_survey_finding_campaign_id_state_id",
                table: "survey_finding",
                columns: new[] { "campaign_id", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_survey_run_campaign_id_id",
                table: "survey_run",
                columns: new[] { "campaign_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_survey_run_state",
                table: "survey_run",
                column: "state");

            migrationBuilder.CreateIndex(
                name: "IX_survey_team_campaign_id",
                table: "survey_team",
                column: "campaign_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "survey_campaign");

            migrationBuilder.DropTable(
                name: "survey_checklist");

            migrationBuilder.DropTable(
                name: "survey_finding");

            migrationBuilder.DropTable(
                name: "survey_report");

            migrationBuilder.DropTable(
                name: "survey_run");

            migrationBuilder.DropTable(
                name: "survey_team");

            migrationBuilder.DropTable(
                name: "survey_unit");

            migrationBuilder.DropColumn(
                name: "problem",
                table: "scan_run");

            migrationBuilder.DropColumn(
                name: "source",
                table: "scan_run");

            migrationBuilder.DropColumn(
                name: "freshness_json",
                table: "import_batch");

            migrationBuilder.DropColumn(
                name: "lease_until",
                table: "import_batch");

            migrationBuilder.DropColumn(
                name: "owner",
                table: "import_batch");

            migrationBuilder.DropColumn(
                name: "source",
                table: "import_batch");

            migrationBuilder.DropColumn(
                name: "own_conclusion",
                table: "case_item");

            migrationBuilder.DropColumn(
                name: "source",
                table: "anomaly");
        }
    }
}
