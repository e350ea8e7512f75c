namespace CaseMgmt.Cases.Monitoring.Rules;

/// <summary>Values and conditions.</summary>
public sealed partial class RuleCompiler
{
    private RenderedValue Value(RuleExpression expression, RuleScope scope) => expression switch
    {
        ColumnReference column => scope.Find(column),
        NumberLiteral number => Number(number.Value),
        TextLiteral text => new RenderedValue(dialect.Text(text.Value), RuleType.Text),
        NullLiteral => new RenderedValue("NULL", new RuleType(RuleKind.Unknown)),
        ParameterReference parameter => Parameter(parameter),
        Negation negation => Negated(Numeric(negation.Value, scope, "-")),
        Arithmetic arithmetic => Arithmetic(arithmetic, scope),
        Call call => Call(call, scope),
        Choice choice => Choice(choice, scope),
        ScalarQuery query => Scalar(query.Query, scope),
        _ => throw new RuleException("value-expected"),
    };

    private string Test(RuleExpression expression, RuleScope scope) => expression switch
    {
        Comparison comparison => Compare(comparison, scope),
        Between between => Ranged(between, scope),
        InList list => Listed(list, scope),
        InQuery query => Contained(query, scope),
        Like like => $"{Texted(like.Value, scope)}{Negation(like.Not)} LIKE {Texted(like.Pattern, scope)}",
        NullTest test => $"{Value(test.Value, scope).Sql} IS{Negation(test.Not)} NULL",
        Exists exists => $"EXISTS ({Query(exists.Query, scope).Sql})",
        Junction junction => $"({Test(junction.Left, scope)} {junction.Operator.ToUpperInvariant()} {Test(junction.Right, scope)})",
        Not not => $"NOT ({Test(not.Value, scope)})",
        _ => throw new RuleException("condition-expected"),
    };

    private string Compare(Comparison comparison, RuleScope scope)
    {
        var values = Aligned([comparison.Left, comparison.Right], scope, RuleRefusal.Word("comparison"));
        return $"{values[0]} {comparison.Operator} {values[1]}";
    }

    private string Ranged(Between between, RuleScope scope)
    {
        var values = Aligned([between.Value, between.Low, between.High], scope, "BETWEEN");
        return $"{values[0]}{Negation(between.Not)} BETWEEN {values[1]} AND {values[2]}";
    }

    private string Listed(InList list, RuleScope scope)
    {
        var values = Aligned([list.Value, .. list.Items], scope, "IN");
        return $"{values[0]}{Negation(list.Not)} IN ({string.Join(", ", values.Skip(1))})";
    }

    private string Contained(InQuery query, RuleScope scope)
    {
        var value = Value(query.Value, scope);
        var (sql, columns) = Query(query.Query, scope);
        if (columns.Count != 1 || columns[0].Type != value.Type)
        {
            throw new RuleException("in-query");
        }

        return $"{value.Sql}{Negation(query.Not)} IN ({sql})";
    }

    /// <summary>All values at the finest scale among them; literals carry theirs only where it is needed.</summary>
    private List<string> Aligned(IReadOnlyList<RuleExpression> expressions, RuleScope scope, string what)
    {
        var values = expressions.Select(expression => Value(expression, scope)).ToList();
        var common = Common(values.Select(value => value.Type), what);
        return [.. values.Select(value => common.Kind == RuleKind.Day && value.Type.Kind == RuleKind.Text && value.Sql[0] == '\'' ? dialect.Day(value.Sql.Trim('\'')) : value.At(common.Scale))];
    }

    private RenderedValue Arithmetic(Arithmetic arithmetic, RuleScope scope)
    {
        var (left, right) = (Numeric(arithmetic.Left, scope, arithmetic.Operator), Numeric(arithmetic.Right, scope, arithmetic.Operator));
        if (left.Literal is { } a && right.Literal is { } b)
        {
            return Number(arithmetic.Operator switch { "+" => a + b, "-" => a - b, _ => a * b });
        }

        if (arithmetic.Operator == "*")
        {
            return new RenderedValue($"({left.At(left.Type.Scale)} * {right.At(right.Type.Scale)})", new RuleType(RuleKind.Number, left.Type.Scale + right.Type.Scale));
        }

        var scale = Math.Max(left.Type.Scale, right.Type.Scale);
        return new RenderedValue($"({left.At(scale)} {arithmetic.Operator} {right.At(scale)})", new RuleType(RuleKind.Number, scale));
    }

    private RenderedValue Numeric(RuleExpression expression, RuleScope scope, string what)
    {
        var value = Value(expression, scope);
        return value.Type.Kind is RuleKind.Number or RuleKind.Unknown ? value : throw new RuleException("number-needed", null, what, Told(value.Type));
    }

    private string Texted(RuleExpression expression, RuleScope scope)
    {
        var value = Value(expression, scope);
        return value.Type.Kind is RuleKind.Text ? value.Sql : throw new RuleException("like-text", null, Told(value.Type));
    }

    private static RenderedValue Negated(RenderedValue value) =>
        value.Literal is { } literal ? value with { Literal = -literal, Sql = RenderedValue.Plain(-literal, value.Type.Scale) } : value with { Sql = $"(-{value.Sql})" };

    private RenderedValue Choice(Choice choice, RuleScope scope)
    {
        var results = choice.Branches.Select(branch => Value(branch.Then, scope)).ToList();
        if (choice.Otherwise is not null)
        {
            results.Add(Value(choice.Otherwise, scope));
        }

        var type = Common(results.Select(result => result.Type), "CASE");
        var branches = choice.Branches.Select((branch, i) =>
            $"WHEN {(choice.Subject is null ? Test(branch.When, scope) : Compare(new Comparison("=", choice.Subject, branch.When), scope))} THEN {results[i].At(type.Scale)}");
        var otherwise = choice.Otherwise is null ? "" : $" ELSE {results[^1].At(type.Scale)}";
        return new RenderedValue($"CASE {string.Join(' ', branches)}{otherwise} END", type);
    }

    private RenderedValue Scalar(RuleQuery query, RuleScope scope)
    {
        var (sql, columns) = Query(query, scope);
        return columns.Count == 1 ? new RenderedValue($"({sql})", columns[0].Type) : throw new RuleException("scalar-columns");
    }

    private RenderedValue Parameter(ParameterReference reference)
    {
        var parameter = parameters.GetValueOrDefault(reference.Name) ?? throw new RuleException("parameter-unknown", reference.Position, reference.Name);
        if (parameter.Words is not null)
        {
            throw new RuleException("parameter-words", reference.Position, reference.Name);
        }

        return parameter.Number is { } number ? Number(number)
            : new RenderedValue(parameter.Type.Kind == RuleKind.Day ? dialect.Day(parameter.Text!) : dialect.Text(parameter.Text!), parameter.Type);
    }

    private RenderedValue Number(decimal value)
    {
        var scale = dialect.Scaled ? RenderedValue.ScaleOf(value) : 0;
        return new RenderedValue(RenderedValue.Plain(value, scale), new RuleType(RuleKind.Number, scale), value);
    }

    private static string Negation(bool not) => not ? " NOT" : "";
}
