using System.Globalization;
using CaseMgmt.Cases.Monitoring.Model;
using SQLitePCL;

namespace CaseMgmt.Cases.Monitoring.Loading;

/// <summary>Loads one CSV file into its table. A bad row is reported and left out; the rows after it are still checked.</summary>
public sealed class TableLoad(MarketingTable table, string fileName, LoadReport report)
{
    private const int RowsPerReport = 5000;
    private MarketingColumn?[] columns = [];
    private long rows;
    private long rejected;

    public void Run(sqlite3 database, Stream utf8, Action<long, long> progress, CancellationToken cancellation)
    {
        var records = new CsvRecords(utf8);
        try
        {
            if (ReadHeader(records))
            {
                ReadRows(database, records, progress, cancellation);
            }
        }
        catch (CsvException broken)
        {
            report.Add(new LoadProblem(fileName, broken.Line, null, broken.Code));
            rejected++;
        }

        report.Add(new LoadedFile(fileName, rows, rejected));
    }

    private bool ReadHeader(CsvRecords records)
    {
        if (!records.Read())
        {
            report.Add(new LoadProblem(fileName, 1, null, "empty-file"));
            return false;
        }

        var names = Enumerable.Range(0, records.Count).Select(i => System.Text.Encoding.UTF8.GetString(records[i]).Trim()).ToList();
        columns = [.. names.Select(table.Find)];
        foreach (var name in names.Where(name => table.Find(name) is null))
        {
            report.Add(new LoadProblem(fileName, 1, name, "unknown-column") { Warning = true });
        }

        foreach (var name in names.GroupBy(name => name).Where(group => group.Count() > 1).Select(group => group.Key))
        {
            report.Add(new LoadProblem(fileName, 1, name, "repeated-column"));
        }

        foreach (var missing in table.Columns.Where(column => !names.Contains(column.Name)))
        {
            report.Add(new LoadProblem(fileName, 1, missing.Name, "missing-column"));
        }

        return table.Columns.All(column => names.Count(name => name == column.Name) == 1);
    }

    private void ReadRows(sqlite3 database, CsvRecords records, Action<long, long> progress, CancellationToken cancellation)
    {
        var insert = $"insert into {table.Name} values ({string.Join(',', table.Columns.Select(column => $"?{column.Ordinal + 1}"))})";
        Sqlite.Check(database, raw.sqlite3_prepare_v2(database, insert, out var statement));
        using (statement)
        {
            while (records.Read())
            {
                if (Load(database, statement, records))
                {
                    rows++;
                }
                else
                {
                    rejected++;
                }

                if ((rows + rejected) % RowsPerReport == 0)
                {
                    cancellation.ThrowIfCancellationRequested();
                    progress(records.BytesRead, rows);
                }
            }
        }

        progress(records.BytesRead, rows);
    }

    private bool Load(sqlite3 database, sqlite3_stmt statement, CsvRecords records)
    {
        if (records.Count != columns.Length)
        {
            return Reject(records, null, "cell-count", Text(records.Count), Text(columns.Length));
        }

        for (var i = 0; i < columns.Length; i++)
        {
            if (columns[i] is { } column && CellParser.Bind(statement, column.Ordinal + 1, column, records[i]) is { } code)
            {
                return Reject(records, column.Name, code, Shown(records[i]), Text(column.Size), Text(column.Scale), Text(column.Size - column.Scale));
            }
        }

        var result = raw.sqlite3_step(statement);
        _ = raw.sqlite3_reset(statement);
        if (result == raw.SQLITE_DONE)
        {
            return true;
        }

        return result == raw.SQLITE_CONSTRAINT
            ? Reject(records, string.Join('+', table.PrimaryKey), "duplicate-key")
            : throw new InvalidOperationException($"Writing {table.Name} failed: {raw.sqlite3_errmsg(database).utf8_to_string()}");
    }

    private bool Reject(CsvRecords records, string? column, string code, params IReadOnlyList<string> args)
    {
        report.Add(new LoadProblem(fileName, records.Line, column, code, args));
        return false;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Shown(ReadOnlySpan<byte> cell) => System.Text.Encoding.UTF8.GetString(cell[..Math.Min(cell.Length, 60)]);
}
