using System.Globalization;
using CaseMgmt.Cases.Monitoring.Screening;

namespace CaseMgmt.Cases.Whitelist;

/// <summary>
/// The key fields of an object in one load as one text: capacity, price, meters and address. A different text means a changed object; the same object gives the
/// same text from every source.
/// </summary>
public sealed class ObjectPrint(IRuleSource source)
{
    private const int Longest = 2000;
    private const int Millionths = 1_000_000;
    private const string Account = "select run_cap, contract_cap, elec_addr from cons where cons_no = @key";
    private const string Prices = "select distinct prc_code from mp where cons_no = @key and status <> '04'";
    private const string Meters = "select asset_no from meter where cons_no = @key and remove_date is null";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>Empty for what is no account: such an entry ends by its term or by its metric only.</summary>
    public string Of(string objKey)
    {
        if (AccountOf(objKey) is not { } account)
        {
            return "";
        }

        var text = $"{account}|{Joined(Prices, objKey)}|{Joined(Meters, objKey)}";
        return text[..Math.Min(text.Length, Longest)];
    }

    private string? AccountOf(string objKey)
    {
        using var reader = source.Ask(Account, Limit, default, ("key", objKey));
        return !reader.Read() || reader.IsDBNull(0) || reader.IsDBNull(1) ? null
            : string.Create(CultureInfo.InvariantCulture, $"{Whole(0)}|{Whole(1)}|{(reader.IsDBNull(2) ? "" : reader.GetString(2))}");

        long Whole(int column) => (long)(MarketingValue.Number(reader, column, 6) * Millionths);
    }

    private string Joined(string sql, string objKey)
    {
        using var reader = source.Ask(sql, Limit, default, ("key", objKey));
        var found = new List<string>();
        while (reader.Read())
        {
            found.Add(reader.IsDBNull(0) ? "" : reader.GetString(0));
        }

        return string.Join(',', found.Where(text => text.Length > 0).Order(StringComparer.Ordinal));
    }
}
