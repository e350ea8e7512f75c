using CaseMgmt.Cases.Monitoring.Loading;
using Microsoft.Data.Sqlite;

namespace CaseMgmt.Cases.Whitelist;

/// <summary>The key fields of an object in one load as one text: capacity, price, meters and address. A different text means a changed object.</summary>
public sealed class ObjectPrint : IDisposable
{
    private const int Longest = 2000;
    private const string Sql = """
        select coalesce((select c.run_cap || '|' || c.contract_cap || '|' || coalesce(c.elec_addr, '') || '|'
            || coalesce((select group_concat(p) from (select distinct prc_code as p from mp where cons_no = c.cons_no and status <> '04' order by 1)), '') || '|'
            || coalesce((select group_concat(a) from (select asset_no as a from meter where cons_no = c.cons_no and remove_date is null order by 1)), '')
            from cons c where c.cons_no = $key), '')
        """;

    private readonly SqliteConnection connection;
    private readonly SqliteCommand command;

    public ObjectPrint(MarketingFiles files, long batch)
    {
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = files.DatabaseOf(batch), Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        connection.Open();
        command = new SqliteCommand(Sql, connection);
        command.Parameters.AddWithValue("$key", "");
    }

    /// <summary>Empty for what is no account: such an entry ends by its term or by its metric only.</summary>
    public string Of(string objKey)
    {
        command.Parameters["$key"].Value = objKey;
        var text = (string)command.ExecuteScalar()!;
        return text[..Math.Min(text.Length, Longest)];
    }

    public void Dispose()
    {
        command.Dispose();
        connection.Dispose();
    }
}
