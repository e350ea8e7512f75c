using System.Globalization;
using CaseMgmt.Cases.Monitoring.Model;
using SQLitePCL;

namespace CaseMgmt.Cases.Monitoring.Loading;

/// <summary>Loads one file into its table. A bad row is reported and left out; the rows after it are still checked.</summary>
public sealed class TableLoad(MarketingTable table, SourceFile file, LoadReport report)
{
    private const int RowsPerReport = 5000;

    /// <summary>Without rows in these no rule means anything.</summary>
    private static readonly string[] Needed = ["org", "dim_month", "calendar", "cons"];

    private MarketingColumn?[] columns = [];
    private long rows;
    private long rejected;

    public void Run(sqlite3 database, Action<long, long> progress, CancellationToken cancellation)
    {
        try
        {
            var (records, opened) = file.Read();
            using (opened)
            {
                if (ReadHeader(records))
                {
                    ReadRows(database, records, progress, cancellation);
                }
            }
        }
        catch (RecordException broken)
        {
            Refuse(broken);
        }

        report.Add(new LoadedFile(file.Name, rows, rejected, file.Format, file.Hash));
    }

    private bool ReadHeader(IRecords records)
    {
        if (!records.Read())
        {
            report.Add(new LoadProblem(file.Name, 1, null, "empty-file"));
            return false;
        }

        var names = Enumerable.Range(0, records.Count).Select(i => System.Text.Encoding.UTF8.GetString(records[i]).Trim().ToLowerInvariant()).ToList();
        columns = [.. names.Select(table.Find)];
        foreach (var name in names.Where(name => name.Length > 0 && table.Find(name) is null))
        {
            report.Add(new LoadProblem(file.Name, 1, name, "unknown-column") { Warning = true });
        }

        foreach (var name in names.GroupBy(name => name).Where(group => group.Count() > 1 && table.Find(group.Key) is not null).Select(group => group.Key))
        {
            report.Add(new LoadProblem(file.Name, 1, name, "repeated-column"));
        }

        foreach (var missing in table.Columns.Where(column => !names.Contains(column.Name)))
        {
            report.Add(new LoadProblem(file.Name, 1, missing.Name, "missing-column"));
        }

        if (names.Contains(""))
        {
            report.Add(new LoadProblem(file.Name, 1, null, "column-without-name") { Warning = true });
        }

        return table.Columns.All(column => names.Count(name => name == column.Name) == 1);
    }

    private void ReadRows(sqlite3 database, IRecords records, Action<long, long> progress, CancellationToken cancellation)
    {
        var insert = $"insert into {table.Name} values ({string.Join(',', table.Columns.Select(column => $"?{column.Ordinal + 1}"))})";
        Sqlite.Check(database, raw.sqlite3_prepare_v2(database, insert, out var statement));
        using (statement)
        {
            while (Next(records) is { } whole)
            {
                if (whole && Load(database, statement, records))
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
        if (rows + rejected == 0)
        {
            report.Add(new LoadProblem(file.Name, null, null, "no-rows") { Warning = !Needed.Contains(table.Name) });
        }
    }

    /// <summary>True for a record, false for one that cannot be read, null at the end.</summary>
    private bool? Next(IRecords records)
    {
        if (report.Full)
        {
            Reject(records, null, "too-many-problems", Text(LoadReport.Most));
            return null;
        }

        try
        {
            return records.Read() ? true : null;
        }
        catch (RecordException broken)
        {
            Refuse(broken);
            return false;
        }
    }

    private void Refuse(RecordException broken)
    {
        var column = broken.Cell >= 0 && broken.Cell < columns.Length ? columns[broken.Cell]?.Name : null;
        report.Add(new LoadProblem(file.Name, broken.Line, column, broken.Code, broken.Shown));
    }

    private bool Load(sqlite3 database, sqlite3_stmt statement, IRecords records)
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

    private bool Reject(IRecords records, string? column, string code, params IReadOnlyList<string> args)
    {
        report.Add(new LoadProblem(file.Name, records.Line, column, code, args));
        return false;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Shown(ReadOnlySpan<byte> cell) => System.Text.Encoding.UTF8.GetString(cell[..Math.Min(cell.Length, 60)]);
}
