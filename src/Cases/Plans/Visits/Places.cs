using CaseMgmt.Cases.Monitoring.Loading;
using Microsoft.Data.Sqlite;

namespace CaseMgmt.Cases.Plans.Visits;

/// <summary>
/// Where objects are, from the copy of the marketing data: an object is an account, a meter, an application, a transformer area or a line, tried in this order.
/// One indexed look-up an object.
/// </summary>
public sealed class Places : IDisposable
{
    private const string OfCustomer = """
        select m.cons_no, coalesce(t.tg_id, 0), coalesce(t.tg_name, ''), coalesce(l.line_id, 0), coalesce(l.line_name, '')
        from (select $key as cons_no union all select cons_no from meter where asset_no = $key union all select cons_no from biz_app where app_no = $key) k
        join mp m on m.cons_no = k.cons_no left join tg t on t.tg_id = m.tg_id left join line l on l.line_id = coalesce(m.line_id, t.line_id)
        order by m.mp_id limit 1
        """;

    private const string OfArea = """
        select '', t.tg_id, t.tg_name, coalesce(l.line_id, 0), coalesce(l.line_name, '') from tg t left join line l on l.line_id = t.line_id where t.tg_id = $id
        union all select '', 0, '', l.line_id, l.line_name from line l where l.line_id = $id limit 1
        """;

    private readonly SqliteConnection connection;

    public Places(MarketingFiles files, long batch)
    {
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = files.DatabaseOf(batch), Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        connection.Open();
    }

    public Place Of(string objKey) =>
        Read(OfCustomer, "$key", objKey) ?? (long.TryParse(objKey, System.Globalization.CultureInfo.InvariantCulture, out var id) ? Read(OfArea, "$id", id) : null) ?? Place.Nowhere;

    public void Dispose() => connection.Dispose();

    private Place? Read(string sql, string name, object value)
    {
        using var command = new SqliteCommand(sql, connection);
        command.Parameters.AddWithValue(name, value);
        using var reader = command.ExecuteReader();
        return reader.Read() ? new Place(reader.GetString(0), Id(reader, 1), reader.GetString(2), Id(reader, 3), reader.GetString(4)) : null;
    }

    private static string Id(SqliteDataReader reader, int column) =>
        reader.GetInt64(column) is var id and not 0 ? id.ToString(System.Globalization.CultureInfo.InvariantCulture) : "";
}
