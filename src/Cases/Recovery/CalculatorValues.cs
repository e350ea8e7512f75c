using System.Globalization;

namespace CaseMgmt.Cases.Recovery;

/// <summary>Values typed into a calculator, checked against its fields; whatever is missing takes its default.</summary>
public sealed class CalculatorValues
{
    private readonly Dictionary<string, string> values = [];

    private CalculatorValues()
    {
    }

    public decimal Number(string name) => decimal.Parse(values[name], NumberStyles.Number, CultureInfo.InvariantCulture);

    public int Whole(string name) => (int)Number(name);

    public DateOnly Day(string name) => DateOnly.ParseExact(values[name], "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public string Choice(string name) => values[name];

    /// <summary>The value of a field as a person reads it.</summary>
    public string Shown(CalculatorField field, bool english) => field.Options?.FirstOrDefault(option => option.Value == values[field.Name]) is not { } option
        ? values[field.Name] : english ? option.Label.En : option.Label.Zh;

    public bool Yes(string name) => values[name] == "yes";

    /// <returns>The values, or the names of the fields that are wrong.</returns>
    public static (CalculatorValues? Values, IReadOnlyList<string> Wrong) Read(Calculator calculator, IReadOnlyDictionary<string, string?> typed)
    {
        var read = new CalculatorValues();
        var wrong = new List<string>();
        foreach (var field in calculator.Fields)
        {
            var value = typed.GetValueOrDefault(field.Name) is { Length: > 0 } given ? given : field.Default;
            if (Fits(field, value))
            {
                read.values[field.Name] = value;
            }
            else
            {
                wrong.Add(field.Name);
            }
        }

        return (wrong.Count == 0 ? read : null, wrong);
    }

    private static bool Fits(CalculatorField field, string value) => field.Type switch
    {
        "number" => decimal.TryParse(value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= field.Min && number <= (field.Max ?? 1_000_000_000m),
        "date" => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        _ => field.Options!.Any(option => option.Value == value),
    };
}
