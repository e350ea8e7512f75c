using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseMgmt.Cases.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Indicators : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "answer",
                table: "clue",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "answered_by",
                table: "clue",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "answered_via",
                table: "clue",
                type: "character varying(16)",
                maxLength: 16,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "analysis_run",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    subject = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    state = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    done_steps = table.Column<int>(type: "integer", nullable: false),
                    total_steps = table.Column<int>(type: "integer", nullable: false),
                    step = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    result_json = table.Column<string>(type: "text", nullable: true),
                    problem_json = table.Column<string>(type: "text", nullable: true),
                    org_path = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    started_by = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    started_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    cancel_asked = table.Column<bool>(type: "boolean", nullable: false),
                    owner = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    lease_until = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_analysis_run", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "indicator_alarm",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    code = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    ym = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    org_no = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    org_path = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    value = table.Column<decimal>(type: "numeric(28,6)", precision: 28, scale: 6, nullable: false),
                    limit_value = table.Column<decimal>(type: "numeric(28,6)", precision: 28, scale: 6, nullable: false),
                    definition = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    raised_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    cleared_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    answered_by = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    answered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    clue_id = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_indicator_alarm", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "indicator_fact",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    ym = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    org_no = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    org_path = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    num = table.Column<decimal>(type: "numeric(28,6)", precision: 28, scale: 6, nullable: false),
                    den = table.Column<decimal>(type: "numeric(28,6)", precision: 28, scale: 6, nullable: true),
                    value = table.Column<decimal>(type: "numeric(28,6)", precision: 28, scale: 6, nullable: true),
                    rows = table.Column<long>(type: "bigint", nullable: false),
                    level = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    definition = table.Column<int>(type: "integer", nullable: false),
                    batch_id = table.Column<long>(type: "bigint", nullable: false),
                    computed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_indicator_fact", x => new { x.code, x.ym, x.org_no });
                });

            migrationBuilder.CreateIndex(
                name: "IX_analysis_run_kind_subject_id",
                table: "analysis_run",
                columns: new[] { "kind", "subject", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_analysis_run_state_id",
                table: "analysis_run",
                columns: new[] { "state", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_indicator_alarm_code_ym_org_no",
                table: "indicator_alarm",
                columns: new[] { "code", "ym", "org_no" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_indicator_alarm_state_id",
                table: "indicator_alarm",
                columns: new[] { "state", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_indicator_fact_org_no_ym",
                table: "indicator_fact",
                columns: new[] { "org_no", "ym" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "analysis_run");

            migrationBuilder.DropTable(
                name: "indicator_alarm");

            migrationBuilder.DropTable(
                name: "indicator_fact");

            migrationBuilder.DropColumn(
                name: "answer",
                table: "clue");

            migrationBuilder.DropColumn(
                name: "answered_by",
                table: "clue");

            migrationBuilder.DropColumn(
                name: "answered_via",
                table: "clue");
        }
    }
}
