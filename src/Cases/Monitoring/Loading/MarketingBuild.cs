using CaseMgmt.Cases.Monitoring.Model;
using SQLitePCL;

namespace CaseMgmt.Cases.Monitoring.Loading;

/// <summary>
/// Builds the database file of one batch beside the one in force: tables, rows, then indexes and statistics. Nobody reads the file before the
/// batch is recorded, so it is written without a journal and made durable once, at the end; a torn file is simply never used.
/// </summary>
public sealed class MarketingBuild(string path, LoadReport report)
{
    private readonly MarketingModel model = MarketingModel.Current;

    public void Run(IReadOnlyList<SourceFile> sources, IProgress<LoadProgress> progress, CancellationToken cancellation)
    {
        using (var database = Sqlite.Create(path))
        {
            Sqlite.Execute(database, "pragma page_size=8192; pragma journal_mode=off; pragma synchronous=off; pragma locking_mode=exclusive; pragma cache_size=-65536");
            Sqlite.Execute(database, string.Concat(model.Tables.Select(CreateTable)));
            Load(database, sources, progress, cancellation);
            if (report.Good)
            {
                Finish(database);
            }
        }

        if (report.Good)
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
            file.Flush(flushToDisk: true);
        }
    }

    private void Load(sqlite3 database, IReadOnlyList<SourceFile> sources, IProgress<LoadProgress> progress, CancellationToken cancellation)
    {
        var (total, done, rows) = (sources.Sum(source => source.Length), 0L, 0L);
        foreach (var source in sources)
        {
            var (doneBefore, rowsBefore) = (done, rows);
            Sqlite.Execute(database, "begin");
            using var content = source.OpenUtf8();
            new TableLoad(model[source.Table], source.Name, report).Run(database, content, (bytes, loaded) =>
            {
                rows = rowsBefore + loaded;
                progress.Report(new LoadProgress(doneBefore + Math.Min(bytes, source.Length), total, rows));
            }, cancellation);
            Sqlite.Execute(database, "commit");
            done += source.Length;
        }
    }

    private void Finish(sqlite3 database)
    {
        CheckOrganisations(database);
        foreach (var table in model.Tables)
        {
            foreach (var index in table.Indexes)
            {
                Sqlite.Execute(database, $"create index {index.Name} on {table.Name} ({string.Join(',', index.Columns)})");
            }
        }

        Sqlite.Execute(database, "pragma analysis_limit=1000; analyze");
    }

    /// <summary>A row of an organisation that nobody knows would be seen by nobody.</summary>
    private void CheckOrganisations(sqlite3 database)
    {
        foreach (var table in model.Tables.Where(table => table.Find("org_no") is not null && table.Name != "org"))
        {
            Sqlite.Check(database, raw.sqlite3_prepare_v2(database,
                $"select org_no, count(*) from {table.Name} where org_no is not null and org_no not in (select org_no from org) group by org_no limit 10", out var statement));
            using (statement)
            {
                while (raw.sqlite3_step(statement) == raw.SQLITE_ROW)
                {
                    var (org, count) = (raw.sqlite3_column_text(statement, 0).utf8_to_string(), raw.sqlite3_column_text(statement, 1).utf8_to_string());
                    report.Add(new LoadProblem(table.Name + ".csv", null, "org_no", "unknown-org", org, count));
                }
            }
        }
    }

    private static string CreateTable(MarketingTable table)
    {
        var columns = table.Columns.Select(column => $"{column.Name} {TypeOf(column)}{(column.Required ? " not null" : "")}"
            + (table.HasRowIdKey && column.Name == table.PrimaryKey[0] ? " primary key" : ""));
        return table.HasRowIdKey
            ? $"create table {table.Name} ({string.Join(", ", columns)});"
            : $"create table {table.Name} ({string.Join(", ", columns)}, primary key ({string.Join(", ", table.PrimaryKey)})) without rowid;";
    }

    private static string TypeOf(MarketingColumn column) =>
        column.Kind is ColumnKind.Text or ColumnKind.Date or ColumnKind.Time ? "text" : "integer";
}
