using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseMgmt.Cases.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class TeamsAndReopenings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_problem_list_org_no_week",
                table: "problem_list");

            migrationBuilder.AddColumn<long>(
                name: "reopened_case_id",
                table: "sample_item",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "scheme_id",
                table: "problem_list",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<int>(
                name: "reopenings",
                table: "audit_case",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "scheme_member",
                columns: table => new
                {
                    scheme_id = table.Column<long>(type: "bigint", nullable: false),
                    account_id = table.Column<long>(type: "bigint", nullable: false),
                    role = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    units = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_scheme_member", x => new { x.scheme_id, x.account_id });
                });

            migrationBuilder.CreateIndex(
                name: "IX_problem_list_org_no_week_scheme_id",
                table: "problem_list",
                columns: new[] { "org_no", "week", "scheme_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_scheme_member_account_id",
                table: "scheme_member",
                column: "account_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "scheme_member");

            migrationBuilder.DropIndex(
                name: "IX_problem_list_org_no_week_scheme_id",
                table: "problem_list");

            migrationBuilder.DropColumn(
                name: "reopened_case_id",
                table: "sample_item");

            migrationBuilder.DropColumn(
                name: "scheme_id",
                table: "problem_list");

            migrationBuilder.DropColumn(
                name: "reopenings",
                table: "audit_case");

            migrationBuilder.CreateIndex(
                name: "IX_problem_list_org_no_week",
                table: "problem_list",
                columns: new[] { "org_no", "week" },
                unique: true);
        }
    }
}
