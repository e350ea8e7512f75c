using CaseMgmt.Cases.Monitoring.Themes;

namespace CaseMgmt.Cases.Recovery;

/// <summary>A value that a calculator asks for: "number", "date" (yyyy-MM-dd) or "choice".</summary>
public sealed record CalculatorField(string Name, string Type, TwoLanguages Label, string Unit = "", string Default = "", decimal Min = 0, decimal? Max = null, IReadOnlyList<CalculatorOption>? Options = null);

/// <summary>One choice.</summary>
public sealed record CalculatorOption(string Value, TwoLanguages Label);

/// <summary>A line of the working that leads to the amount.</summary>
public sealed record CalculationLine(TwoLanguages Label, decimal Value, string Unit);

/// <summary>The amount in yuan with its working; <paramref name="UpperBound"/> where the rules in force say "not higher than".</summary>
/// <param name="Penalty">The part of the amount that punishes (违约使用电费); the rest recovers what was not paid.</param>
public sealed record Calculation(decimal Yuan, IReadOnlyList<CalculationLine> Lines, bool UpperBound = false, decimal Penalty = 0);

/// <summary>A calculator as the handling form shows it: what it asks for, and the pure function behind it.</summary>
public sealed record Calculator(string Key, TwoLanguages Title, TwoLanguages Basis, IReadOnlyList<CalculatorField> Fields, Func<CalculatorValues, Calculation> Work)
{
    /// <summary>Codes of the themes whose cases it is opened with.</summary>
    public IReadOnlyList<string> Themes { get; init; } = [];
}
