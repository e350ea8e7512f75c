using System.Diagnostics;
using System.Globalization;
using System.Text;
using CaseMgmt.Cases.Monitoring.Model;
using Microsoft.Data.Sqlite;

namespace CaseMgmt.Benchmarks;

/// <summary>A bench county as the delivery that a company would send: one CSV file a table. Kept beside the database, so it is written once.</summary>
internal static class CountyFiles
{
    public static string Of(BenchCounty county, TextWriter output)
    {
        var folder = Path.Combine(county.Folder, $"delivery-{county.Copies}");
        if (!Directory.Exists(folder))
        {
            var watch = Stopwatch.StartNew();
            using var connection = new SqliteConnection($"Data Source={county.Database};Mode=ReadOnly;Pooling=False");
            connection.Open();
            Directory.CreateDirectory(folder + ".new");
            foreach (var table in MarketingModel.Current.Tables)
            {
                Write(connection, table, Path.Combine(folder + ".new", table.Name + ".csv"));
            }

            Directory.Move(folder + ".new", folder);
            output.WriteLine($"delivery written in {watch.Elapsed.TotalSeconds:N0} s");
        }

        return folder;
    }

    private static void Write(SqliteConnection connection, MarketingTable table, string path)
    {
        using var writer = new StreamWriter(path, false, new UTF8Encoding(false), 1 << 20);
        writer.Write(string.Join(',', table.Columns.Select(column => column.Name)));
        using var command = new SqliteCommand($"select {string.Join(", ", table.Columns.Select(column => column.Name))} from {table.Name}", connection);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            writer.Write('\n');
            for (var at = 0; at < table.Columns.Count; at++)
            {
                writer.Write(at == 0 ? "" : ",");
                writer.Write(reader.IsDBNull(at) ? "" : Cell(reader, at, table.Columns[at]));
            }
        }
    }

    private static string Cell(SqliteDataReader reader, int at, MarketingColumn column)
    {
        if (column.Kind == ColumnKind.Decimal)
        {
            return (reader.GetInt64(at) / (decimal)Math.Pow(10, column.Scale)).ToString(CultureInfo.InvariantCulture);
        }

        var text = reader.GetString(at);
        return text.AsSpan().IndexOfAny(",\"\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
