using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseMgmt.Cases.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Schemes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "held_anomaly_id",
                table: "case_item",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "origin",
                table: "audit_task",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "audit_plan",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    org_no = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    org_path = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    state = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    round = table.Column<int>(type: "integer", nullable: false),
                    opinions_due_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    created_by = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    created_by_person = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    approved_by = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    remark = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_plan", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "audit_scheme",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    type = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    org_no = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    org_path = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    units = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    themes = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    period_from = table.Column<DateOnly>(type: "date", nullable: false),
                    period_to = table.Column<DateOnly>(type: "date", nullable: false),
                    goal = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    checklist = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    basis = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    state = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    plan_id = table.Column<long>(type: "bigint", nullable: true),
                    plan_month = table.Column<int>(type: "integer", nullable: true),
                    created_by = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    created_by_person = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    approved_by = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    remark = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_scheme", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "plan_month",
                columns: table => new
                {
                    plan_id = table.Column<long>(type: "bigint", nullable: false),
                    month = table.Column<int>(type: "integer", nullable: false),
                    theme_code = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    focus = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    counties = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_month", x => new { x.plan_id, x.month });
                });

            migrationBuilder.CreateTable(
                name: "plan_opinion",
                columns: table => new
                {
                    plan_id = table.Column<long>(type: "bigint", nullable: false),
                    round = table.Column<int>(type: "integer", nullable: false),
                    specialty = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    account_id = table.Column<long>(type: "bigint", nullable: false),
                    verdict = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: true),
                    text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    answered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_opinion", x => new { x.plan_id, x.round, x.specialty });
                });

            migrationBuilder.CreateTable(
                name: "problem_list",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    org_no = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    org_path = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    week = table.Column<DateOnly>(type: "date", nullable: false),
                    open = table.Column<int>(type: "integer", nullable: false),
                    overdue = table.Column<int>(type: "integer", nullable: false),
                    confirmed = table.Column<int>(type: "integer", nullable: false),
                    lines_json = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_problem_list", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sample",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    purpose = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    ym = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    org_no = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    org_path = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    plan_id = table.Column<long>(type: "bigint", nullable: true),
                    scheme_id = table.Column<long>(type: "bigint", nullable: true),
                    rule_sql = table.Column<string>(type: "text", nullable: false),
                    theme_code = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    stratify_by = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    rate_percent = table.Column<decimal>(type: "numeric(5,2)", precision: 5, scale: 2, nullable: false),
                    least = table.Column<int>(type: "integer", nullable: false),
                    seed = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    algorithm = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    batch_id = table.Column<long>(type: "bigint", nullable: true),
                    population = table.Column<int>(type: "integer", nullable: false),
                    drawn = table.Column<int>(type: "integer", nullable: false),
                    picked = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    task_id = table.Column<long>(type: "bigint", nullable: true),
                    created_by = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sample", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sample_item",
                columns: table => new
                {
                    sample_id = table.Column<long>(type: "bigint", nullable: false),
                    obj_key = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    org_no = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    org_path = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    specialty = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    stratum = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    metric = table.Column<decimal>(type: "numeric(24,6)", precision: 24, scale: 6, nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    picked_by = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    anomaly_id = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sample_item", x => new { x.sample_id, x.obj_key });
                });

            migrationBuilder.CreateTable(
                name: "sample_population",
                columns: table => new
                {
                    sample_id = table.Column<long>(type: "bigint", nullable: false),
                    members = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sample_population", x => x.sample_id);
                });

            migrationBuilder.CreateTable(
                name: "visit",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    org_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    org_path = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    kind = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    place_key = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    place_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    done_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_visit", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "visit_item",
                columns: table => new
                {
                    item_id = table.Column<long>(type: "bigint", nullable: false),
                    visit_id = table.Column<long>(type: "bigint", nullable: false),
                    case_id = table.Column<long>(type: "bigint", nullable: false),
                    cons_no = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_visit_item", x => x.item_id);
                });

            // What an order holds today; of rows that share an anomaly only the newest, whose order is the one that counts.
            migrationBuilder.Sql("""
                UPDATE case_item SET held_anomaly_id = anomaly_id
                WHERE id IN (SELECT MAX(item.id) FROM case_item item JOIN audit_case owner ON owner.id = item.case_id
                             WHERE owner.state NOT IN ('returned', 'cancelled') GROUP BY item.anomaly_id);
                """);

            migrationBuilder.CreateIndex(
                name: "IX_case_item_held_anomaly_id",
                table: "case_item",
                column: "held_anomaly_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_audit_task_origin",
                table: "audit_task",
                column: "origin");

            migrationBuilder.CreateIndex(
                name: "IX_audit_plan_org_no_year",
                table: "audit_plan",
                columns: new[] { "org_no", "year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_audit_scheme_org_path_id",
                table: "audit_scheme",
                columns: new[] { "org_path", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_problem_list_org_no_week",
                table: "problem_list",
                columns: new[] { "org_no", "week" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_problem_list_org_path_id",
                table: "problem_list",
                columns: new[] { "org_path", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_sample_org_path_id",
                table: "sample",
                columns: new[] { "org_path", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_sample_purpose_ym",
                table: "sample",
                columns: new[] { "purpose", "ym" });

            migrationBuilder.CreateIndex(
                name: "IX_visit_org_path_kind_place_key",
                table: "visit",
                columns: new[] { "org_path", "kind", "place_key" },
                unique: true,
                filter: "done_at is null");

            migrationBuilder.CreateIndex(
                name: "IX_visit_item_case_id",
                table: "visit_item",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "IX_visit_item_visit_id",
                table: "visit_item",
                column: "visit_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit_plan");

            migrationBuilder.DropTable(
                name: "audit_scheme");

            migrationBuilder.DropTable(
                name: "plan_month");

            migrationBuilder.DropTable(
                name: "plan_opinion");

            migrationBuilder.DropTable(
                name: "problem_list");

            migrationBuilder.DropTable(
                name: "sample");

            migrationBuilder.DropTable(
                name: "sample_item");

            migrationBuilder.DropTable(
                name: "sample_population");

            migrationBuilder.DropTable(
                name: "visit");

            migrationBuilder.DropTable(
                name: "visit_item");

            migrationBuilder.DropIndex(
                name: "IX_case_item_held_anomaly_id",
                table: "case_item");

            migrationBuilder.DropIndex(
                name: "IX_audit_task_origin",
                table: "audit_task");

            migrationBuilder.DropColumn(
                name: "held_anomaly_id",
                table: "case_item");

            migrationBuilder.DropColumn(
                name: "origin",
                table: "audit_task");
        }
    }
}
