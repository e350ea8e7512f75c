using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseMgmt.Cases.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class EngineOperations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "held",
                table: "timer",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "dead_at",
                table: "parked_stimulus",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "dead_reason",
                table: "parked_stimulus",
                type: "character varying(512)",
                maxLength: 512,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "held",
                table: "outbox",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "start_trigger",
                columns: table => new
                {
                    definition_id = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    activity_id = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    definition_version = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    stimulus_key = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    schedule = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    due_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    fired = table.Column<long>(type: "bigint", nullable: false),
                    last_fired_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    owner = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    lease_until = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    dead = table.Column<bool>(type: "boolean", nullable: false),
                    last_error = table.Column<string>(type: "character varying(512)", maxLength: 512, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_start_trigger", x => new { x.definition_id, x.activity_id });
                });

            migrationBuilder.CreateIndex(
                name: "IX_start_trigger_due_at",
                table: "start_trigger",
                column: "due_at",
                filter: "due_at is not null");

            migrationBuilder.CreateIndex(
                name: "IX_start_trigger_stimulus_key_name",
                table: "start_trigger",
                columns: new[] { "stimulus_key", "name" },
                filter: "stimulus_key is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "start_trigger");

            migrationBuilder.DropColumn(
                name: "held",
                table: "timer");

            migrationBuilder.DropColumn(
                name: "dead_at",
                table: "parked_stimulus");

            migrationBuilder.DropColumn(
                name: "dead_reason",
                table: "parked_stimulus");

            migrationBuilder.DropColumn(
                name: "held",
                table: "outbox");
        }
    }
}
