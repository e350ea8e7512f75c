using CaseMgmt.Cases.Monitoring.Model;
using SQLitePCL;

namespace CaseMgmt.Cases.Monitoring.Loading;

/// <summary>
/// Builds the database file of one batch beside the one in force: tables, rows, then indexes and statistics. Nobody reads the file before the
/// batch is recorded, so it is written without a journal and made durable once, at the end; a torn file is simply never used. Its cache is counted twice: the
/// sorter of an index takes as much again.
/// </summary>
public sealed class MarketingBuild(string path, LoadReport report)
{
    private readonly MarketingModel model = MarketingModel.Current;

    /// <summary>Builds from the files; the tables that <paramref name="copyOf"/> has and the files have not stay as they are there.</summary>
    public void Run(IReadOnlyList<SourceFile> sources, IProgress<LoadProgress> progress, CancellationToken cancellation, string? copyOf = null)
    {
        if (copyOf is not null)
        {
            File.Copy(copyOf, path);
        }

        using (var database = Sqlite.Create(path))
        {
            Sqlite.Execute(database, "pragma page_size=8192; pragma journal_mode=off; pragma synchronous=off; pragma locking_mode=exclusive; pragma cache_size=-32768");
            var fresh = model.Tables.Where(table => copyOf is null || sources.Any(source => source.Table == table.Name)).ToList();
            Sqlite.Execute(database, string.Concat(fresh.Select(table => $"drop table if exists {table.Name};{CreateTable(table)}")));
            Load(database, sources, progress, cancellation);
            if (report.Good)
            {
                Finish(database, fresh);
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
            new TableLoad(model[source.Table], source, report).Run(database, (bytes, loaded) =>
            {
                rows = rowsBefore + loaded;
                progress.Report(new LoadProgress(doneBefore + Math.Min(bytes, source.Length), total, rows));
            }, cancellation);
            Sqlite.Execute(database, "commit");
            done += source.Length;
        }
    }

    private void Finish(sqlite3 database, IReadOnlyList<MarketingTable> fresh)
    {
        new OrganisationCheck(database, report).Run();
        if (!report.Good)
        {
            return;
        }

        foreach (var table in fresh)
        {
            foreach (var index in table.Indexes)
            {
                Sqlite.Execute(database, $"create index {index.Name} on {table.Name} ({string.Join(',', index.Columns)})");
            }
        }

        Sqlite.Execute(database, "pragma analysis_limit=1000; analyze");
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
