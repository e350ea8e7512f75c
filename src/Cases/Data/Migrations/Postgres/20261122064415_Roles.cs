using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace CaseMgmt.Cases.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Roles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.InsertData(
                table: "role",
                columns: new[] { "id", "concurrency_stamp", "name", "normalized_name" },
                values: new object[,]
                {
                    { 8L, "provincial-manager", "provincial-manager", "PROVINCIAL-MANAGER" },
                    { 9L, "specialty-officer", "specialty-officer", "SPECIALTY-OFFICER" },
                    { 10L, "expert", "expert", "EXPERT" },
                    { 11L, "director", "director", "DIRECTOR" }
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DeleteData(
                table: "role",
                keyColumn: "id",
                keyValue: 8L);

            migrationBuilder.DeleteData(
                table: "role",
                keyColumn: "id",
                keyValue: 9L);

            migrationBuilder.DeleteData(
                table: "role",
                keyColumn: "id",
                keyValue: 10L);

            migrationBuilder.DeleteData(
                table: "role",
                keyColumn: "id",
                keyValue: 11L);
        }
    }
}
