using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseMgmt.Cases.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class AnomalyIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_anomaly_org",
                table: "anomaly");

            migrationBuilder.CreateIndex(
                name: "ix_anomaly_org",
                table: "anomaly",
                columns: new[] { "org_no", "state", "queue_key", "id", "org_path", "theme_code", "ym", "level", "secret" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_anomaly_org",
                table: "anomaly");

            migrationBuilder.CreateIndex(
                name: "ix_anomaly_org",
                table: "anomaly",
                columns: new[] { "org_no", "state", "queue_key", "id", "theme_code", "ym", "level", "secret" });
        }
    }
}
