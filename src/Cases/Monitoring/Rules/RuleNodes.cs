namespace CaseMgmt.Cases.Monitoring.Rules;

/// <summary>A parsed value or condition of a rule.</summary>
public abstract record RuleExpression;

/// <summary>A column, with its alias where the rule names one.</summary>
public sealed record ColumnReference(string? Source, string Name, int Position) : RuleExpression;

public sealed record NumberLiteral(decimal Value) : RuleExpression;

public sealed record TextLiteral(string Value) : RuleExpression;

public sealed record NullLiteral : RuleExpression;

/// <summary>@name: a standard parameter of the engine or one of the theme.</summary>
public sealed record ParameterReference(string Name, int Position) : RuleExpression;

public sealed record Negation(RuleExpression Value) : RuleExpression;

/// <summary>+, - or *. There is no division: safe_divide says what happens at zero.</summary>
public sealed record Arithmetic(string Operator, RuleExpression Left, RuleExpression Right) : RuleExpression;

/// <summary>A function or macro of the closed list.</summary>
public sealed record Call(string Name, IReadOnlyList<RuleExpression> Arguments, bool Distinct, int Position) : RuleExpression;

public sealed record Choice(RuleExpression? Subject, IReadOnlyList<(RuleExpression When, RuleExpression Then)> Branches, RuleExpression? Otherwise) : RuleExpression;

/// <summary>A query in brackets used as a value.</summary>
public sealed record ScalarQuery(RuleQuery Query) : RuleExpression;

public sealed record Comparison(string Operator, RuleExpression Left, RuleExpression Right) : RuleExpression;

public sealed record Between(RuleExpression Value, RuleExpression Low, RuleExpression High, bool Not) : RuleExpression;

public sealed record InList(RuleExpression Value, IReadOnlyList<RuleExpression> Items, bool Not) : RuleExpression;

public sealed record InQuery(RuleExpression Value, RuleQuery Query, bool Not) : RuleExpression;

public sealed record Like(RuleExpression Value, RuleExpression Pattern, bool Not) : RuleExpression;

public sealed record NullTest(RuleExpression Value, bool Not) : RuleExpression;

public sealed record Exists(RuleQuery Query) : RuleExpression;

/// <summary>AND, OR.</summary>
public sealed record Junction(string Operator, RuleExpression Left, RuleExpression Right) : RuleExpression;

public sealed record Not(RuleExpression Value) : RuleExpression;

/// <summary>A column of a select list.</summary>
public sealed record SelectItem(RuleExpression Value, string? Alias);

/// <summary>A table or a query in FROM, with the alias that the rest of the rule uses.</summary>
public sealed record RuleSource(string? Table, RuleQuery? Query, string Alias, string Join, RuleExpression? On, int Position);

/// <summary>One SELECT.</summary>
public sealed record RuleSelect(bool Distinct, IReadOnlyList<SelectItem> Items, IReadOnlyList<RuleSource> From, RuleExpression? Where,
    IReadOnlyList<RuleExpression> GroupBy, RuleExpression? Having);

/// <summary>SELECTs joined by UNION or UNION ALL.</summary>
public sealed record RuleQuery(IReadOnlyList<RuleSelect> Selects, IReadOnlyList<string> Unions);
