using CaseMgmt.Cases.Monitoring.Model;
using CaseMgmt.Cases.Recovery;

namespace CaseMgmt.DataGenerator.County;

/// <summary>A price: code, category, energy price and, where it has two parts, the prices of capacity and demand.</summary>
public sealed record Tariff(string Code, string Name, string ElecType, bool TwoPart, string Band, decimal Kwh, decimal Capacity, decimal Demand);

/// <summary>The price list, its time-of-use prices and the power-factor table (303 rows, domain document 03 appendix A2).</summary>
public static class Tariffs
{
    public static readonly Tariff Residential = new("JM01", "居民生活", "202", false, "01", 0.5469m, 0, 0);
    public static readonly Tariff Irrigation = new("NP01", "农业排灌", "301", false, "01", 0.4821m, 0, 0);
    public static readonly Tariff Business = new("SY01", "一般工商业单一制 不满1千伏", "405", false, "01", 0.7215m, 0, 0);
    public static readonly Tariff BusinessHigh = new("SY02", "一般工商业单一制 10千伏", "405", false, "02", 0.7012m, 0, 0);
    public static readonly Tariff BusinessTwoPart = new("SY03", "一般工商业两部制 10千伏", "405", true, "02", 0.6133m, 25m, 38m);
    public static readonly Tariff Industry = new("DG01", "大工业两部制 10千伏", "100", true, "02", 0.5984m, 28m, 42m);
    public static readonly Tariff IndustrySingle = new("DG09", "工业单一制 10千伏", "100", false, "02", 0.6921m, 0, 0);

    public static readonly IReadOnlyList<Tariff> All = [Residential, Irrigation, Business, BusinessHigh, BusinessTwoPart, Industry, IndustrySingle];

    public static Tariff Of(string code) => All.First(tariff => tariff.Code == code);

    public static IEnumerable<Row> Rows()
    {
        foreach (var tariff in All)
        {
            yield return new Row(MarketingModel.Current["tariff"]).With(("prc_code", tariff.Code), ("prc_name", tariff.Name), ("elec_type", tariff.ElecType),
                ("two_part", tariff.TwoPart), ("volt_band", tariff.Band), ("kwh_price", tariff.Kwh), ("base_price_cap", tariff.Capacity),
                ("base_price_dmd", tariff.Demand), ("eff_from", new DateOnly(2023, 6, 1)));
            foreach (var (period, factor) in new[] { ("01", 1.8m), ("02", 1.5m), ("03", 1m), ("04", 0.45m), ("05", 0.3m) })
            {
                yield return new Row(MarketingModel.Current["tariff_period"]).With(("prc_code", tariff.Code), ("period", period), ("price", Math.Round(tariff.Kwh * factor, 6)));
            }
        }

        foreach (var standard in new[] { "1", "2", "3" })
        {
            for (var hundredths = 0; hundredths <= 100; hundredths++)
            {
                yield return new Row(MarketingModel.Current["pf_table"]).With(("pf_std", standard), ("pf", hundredths / 100m), ("pct", PowerFactor.Percent(standard, hundredths / 100m)));
            }
        }
    }
}
