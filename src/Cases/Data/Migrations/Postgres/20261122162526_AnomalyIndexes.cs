using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseMgmt.Cases.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AnomalyIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_anomaly_obj_key_ym",
                table: "anomaly");

            migrationBuilder.DropIndex(
                name: "ix_anomaly_org",
                table: "anomaly");

            migrationBuilder.CreateIndex(
                name: "IX_anomaly_obj_key_ym",
                table: "anomaly",
                columns: new[] { "obj_key", "ym" })
                .Annotation("Relational:Collation", new[] { "C", "C" });

            migrationBuilder.CreateIndex(
                name: "ix_anomaly_org",
                table: "anomaly",
                columns: new[] { "org_no", "state", "queue_key", "id", "org_path", "theme_code", "ym", "level", "secret" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_anomaly_obj_key_ym",
                table: "anomaly");

            migrationBuilder.DropIndex(
                name: "ix_anomaly_org",
                table: "anomaly");

            migrationBuilder.CreateIndex(
                name: "IX_anomaly_obj_key_ym",
                table: "anomaly",
                columns: new[] { "obj_key", "ym" });

            migrationBuilder.CreateIndex(
                name: "ix_anomaly_org",
                table: "anomaly",
                columns: new[] { "org_no", "state", "queue_key", "id", "theme_code", "ym", "level", "secret" });
        }
    }
}
