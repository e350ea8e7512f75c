using System.Data.Common;
using System.Globalization;
using CaseMgmt.Cases.Monitoring.Screening;

namespace CaseMgmt.Cases.Plans.Visits;

/// <summary>
/// Where objects are, from a source of marketing data: an object is an account, a meter, an application, a transformer area or a line, tried in this order.
/// One indexed look-up an object.
/// </summary>
public sealed class Places(IRuleSource source)
{
    private const string OfCustomer = """
        select m.cons_no, coalesce(t.tg_id, 0), coalesce(t.tg_name, ''), coalesce(l.line_id, 0), coalesce(l.line_name, '')
        from (select @key as cons_no union all select cons_no from meter where asset_no = @key union all select cons_no from biz_app where app_no = @key) k
        join mp m on m.cons_no = k.cons_no left join tg t on t.tg_id = m.tg_id left join line l on l.line_id = coalesce(m.line_id, t.line_id)
        order by m.mp_id
        """;

    private const string OfArea = """
        select '', t.tg_id, t.tg_name, coalesce(l.line_id, 0), coalesce(l.line_name, '') from tg t left join line l on l.line_id = t.line_id where t.tg_id = @key
        union all select '', 0, '', l.line_id, l.line_name from line l where l.line_id = @key
        """;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>Null for an object that the data does not know.</summary>
    public Place? Of(string objKey, CancellationToken stop) =>
        Read(OfCustomer, objKey, stop) ?? (long.TryParse(objKey, CultureInfo.InvariantCulture, out var id) ? Read(OfArea, id, stop) : null);

    private Place? Read(string sql, object key, CancellationToken stop)
    {
        using var reader = source.Ask(sql, Limit, stop, ("key", key));
        return reader.Read() ? new Place(reader.GetString(0), Id(reader, 1), reader.GetString(2), Id(reader, 3), reader.GetString(4)) : null;
    }

    private static string Id(DbDataReader reader, int column) =>
        Convert.ToInt64(reader.GetValue(column), CultureInfo.InvariantCulture) is var id and not 0 ? id.ToString(CultureInfo.InvariantCulture) : "";
}
