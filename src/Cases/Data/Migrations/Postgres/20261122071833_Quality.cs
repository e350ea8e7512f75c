using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseMgmt.Cases.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Quality : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "theme_evidence",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    version_id = table.Column<long>(type: "bigint", nullable: false),
                    code = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    data_json = table.Column<string>(type: "text", nullable: false),
                    org_path = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    written_by = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    written_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_theme_evidence", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "theme_miss",
                columns: table => new
                {
                    clue_id = table.Column<long>(type: "bigint", nullable: false),
                    theme_code = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    org_path = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    secret = table.Column<bool>(type: "boolean", nullable: false),
                    linked_by = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    linked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_theme_miss", x => new { x.clue_id, x.theme_code });
                });

            migrationBuilder.CreateIndex(
                name: "IX_theme_evidence_version_id_id",
                table: "theme_evidence",
                columns: new[] { "version_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_theme_miss_theme_code_org_path",
                table: "theme_miss",
                columns: new[] { "theme_code", "org_path" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "theme_evidence");

            migrationBuilder.DropTable(
                name: "theme_miss");
        }
    }
}
