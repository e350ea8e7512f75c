using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseMgmt.Cases.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SampleGrades : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "grade",
                table: "sample_item",
                type: "TEXT",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "grade_note",
                table: "sample_item",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "graded_at",
                table: "sample_item",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "graded_by",
                table: "sample_item",
                type: "TEXT",
                maxLength: 64,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "grade",
                table: "sample_item");

            migrationBuilder.DropColumn(
                name: "grade_note",
                table: "sample_item");

            migrationBuilder.DropColumn(
                name: "graded_at",
                table: "sample_item");

            migrationBuilder.DropColumn(
                name: "graded_by",
                table: "sample_item");
        }
    }
}
