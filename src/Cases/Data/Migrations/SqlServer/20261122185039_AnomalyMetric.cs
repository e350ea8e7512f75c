using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseMgmt.Cases.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class AnomalyMetric : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_anomaly_case_id",
                table: "anomaly");

            migrationBuilder.DropIndex(
                name: "IX_anomaly_obj_key_ym",
                table: "anomaly");

            migrationBuilder.DropIndex(
                name: "IX_anomaly_task_id",
                table: "anomaly");

            migrationBuilder.DropIndex(
                name: "IX_anomaly_white_id",
                table: "anomaly");

            migrationBuilder.AddColumn<long>(
                name: "metric_key",
                table: "anomaly",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            // As a text, because the batch of a script is compiled before the column exists.
            migrationBuilder.Sql("""
                EXEC(N'update anomaly set metric_key = cast((case when metric > 9000000000000 then 9000000000000 when metric < -9000000000000 then -9000000000000 else metric end) * 1000000 as bigint)');
                """);

            migrationBuilder.CreateIndex(
                name: "IX_anomaly_case_id",
                table: "anomaly",
                column: "case_id",
                filter: "case_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_anomaly_metric",
                table: "anomaly",
                columns: new[] { "theme_code", "state", "metric_key", "id", "org_path", "ym", "level", "secret", "hits" });

            migrationBuilder.CreateIndex(
                name: "ix_anomaly_object",
                table: "anomaly",
                columns: new[] { "obj_key", "ym", "org_no", "state", "queue_key", "org_path", "theme_code", "level", "secret" });

            migrationBuilder.CreateIndex(
                name: "IX_anomaly_task_id",
                table: "anomaly",
                column: "task_id",
                filter: "task_id is not null");

            migrationBuilder.CreateIndex(
                name: "IX_anomaly_white_id",
                table: "anomaly",
                column: "white_id",
                filter: "white_id is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_anomaly_case_id",
                table: "anomaly");

            migrationBuilder.DropIndex(
                name: "ix_anomaly_metric",
                table: "anomaly");

            migrationBuilder.DropIndex(
                name: "ix_anomaly_object",
                table: "anomaly");

            migrationBuilder.DropIndex(
                name: "IX_anomaly_task_id",
                table: "anomaly");

            migrationBuilder.DropIndex(
                name: "IX_anomaly_white_id",
                table: "anomaly");

            migrationBuilder.DropColumn(
                name: "metric_key",
                table: "anomaly");

            migrationBuilder.CreateIndex(
                name: "IX_anomaly_case_id",
                table: "anomaly",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "IX_anomaly_obj_key_ym",
                table: "anomaly",
                columns: new[] { "obj_key", "ym" });

            migrationBuilder.CreateIndex(
                name: "IX_anomaly_task_id",
                table: "anomaly",
                column: "task_id");

            migrationBuilder.CreateIndex(
                name: "IX_anomaly_white_id",
                table: "anomaly",
                column: "white_id");
        }
    }
}
