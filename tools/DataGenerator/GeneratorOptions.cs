using System.Globalization;

namespace CaseMgmt.DataGenerator;

/// <summary>What county to make. The same options always give the same bytes.</summary>
public sealed record GeneratorOptions
{
    public int Accounts { get; init; } = 5000;

    public int Months { get; init; } = 13;

    public int Seed { get; init; } = 1;

    /// <summary>The audited account month, the last of the generated ones.</summary>
    public string Ym { get; init; } = "202605";

    /// <summary>Counties of the city; four stations each.</summary>
    public int Counties { get; init; } = 1;

    /// <summary>The day the data was loaded: rules see it as @today.</summary>
    public DateOnly Today => Month.Parse(Ym).Next.First.AddDays(9);

    public static GeneratorOptions Parse(IReadOnlyDictionary<string, string> named)
    {
        var options = new GeneratorOptions();
        options = options with
        {
            Accounts = Number(named, "accounts", options.Accounts),
            Months = Number(named, "months", options.Months),
            Seed = Number(named, "seed", options.Seed),
            Counties = Number(named, "counties", options.Counties),
            Ym = named.GetValueOrDefault("ym", options.Ym),
        };
        return options.Checked();
    }

    private GeneratorOptions Checked()
    {
        _ = Month.Parse(Ym);
        if (Accounts is < 1000 or > 9_000_000 || Months is < 7 or > 60 || Counties is < 1 or > 50)
        {
            throw new FormatException("Use --accounts 1000..9000000, --months 7..60, --counties 1..50.");
        }

        return this;
    }

    private static int Number(IReadOnlyDictionary<string, string> named, string name, int otherwise) =>
        !named.TryGetValue(name, out var text) ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw new FormatException($"--{name} needs a whole number, not '{text}'.");
}
