using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseMgmt.Cases.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Desks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "form",
                columns: table => new
                {
                    form_key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    form_version = table.Column<int>(type: "integer", nullable: false),
                    content_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    title = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    json = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    created_by = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    published_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    requested_by = table.Column<long>(type: "bigint", nullable: true),
                    requested_by_person = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    requested_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    decided_by = table.Column<long>(type: "bigint", nullable: true),
                    comment = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_form", x => new { x.form_key, x.form_version });
                });

            migrationBuilder.CreateTable(
                name: "lifecycle_run",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    definition_id = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    to_version = table.Column<int>(type: "integer", nullable: false),
                    org_path = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    request_json = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    stop_requested = table.Column<bool>(type: "boolean", nullable: false),
                    lease_until = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    total = table.Column<int>(type: "integer", nullable: false),
                    finished = table.Column<int>(type: "integer", nullable: false),
                    summary_json = table.Column<string>(type: "text", nullable: false),
                    error = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    started_by = table.Column<long>(type: "bigint", nullable: false),
                    started_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lifecycle_run", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "lifecycle_run_line",
                columns: table => new
                {
                    run_id = table.Column<long>(type: "bigint", nullable: false),
                    seq = table.Column<int>(type: "integer", nullable: false),
                    subject = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    number = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    verdict = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    detail_json = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lifecycle_run_line", x => new { x.run_id, x.seq });
                });

            migrationBuilder.CreateIndex(
                name: "IX_audit_case_closed_at_id",
                table: "audit_case",
                columns: new[] { "closed_at", "id" },
                filter: "closed_at is not null");

            migrationBuilder.CreateIndex(
                name: "IX_lifecycle_run_definition_id_id",
                table: "lifecycle_run",
                columns: new[] { "definition_id", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "form");

            migrationBuilder.DropTable(
                name: "lifecycle_run");

            migrationBuilder.DropTable(
                name: "lifecycle_run_line");

            migrationBuilder.DropIndex(
                name: "IX_audit_case_closed_at_id",
                table: "audit_case");
        }
    }
}
