namespace CaseMgmt.Cases.Monitoring.Rules;

/// <summary>Conditions and values, by rising binding strength: OR, AND, NOT, comparison, + and -, *, sign.</summary>
public sealed partial class RuleParser
{
    private readonly HashSet<int> notConditions = [];
    private static readonly string[] Comparisons = ["=", "<>", "<=", ">=", "<", ">"];

    private RuleExpression Condition()
    {
        if (++depth > MaxDepth)
        {
            throw new RuleException("too-deep", Now.Position);
        }

        var left = Conjunction();
        while (Take("or"))
        {
            left = Counted(new Junction("or", left, Conjunction()));
        }

        depth--;
        return left;
    }

    private RuleExpression Conjunction()
    {
        var left = Negated();
        while (Take("and"))
        {
            left = Counted(new Junction("and", left, Negated()));
        }

        return left;
    }

    private RuleExpression Negated()
    {
        if (!Take("not"))
        {
            return Test();
        }

        Count();
        return new Not(Negated());
    }

    private RuleExpression Test()
    {
        if (Take("exists"))
        {
            Expect("(");
            var query = Query();
            Expect(")");
            return new Exists(query);
        }

        return Now.Is("(") && Bracketed() is { } inner ? inner : Predicate(Value());
    }

    /// <summary>A bracket may hold a condition or begin a value; tried as a condition first, once per place, so that nesting costs no more than its length.</summary>
    private RuleExpression? Bracketed()
    {
        var (start, level, counted) = (at, depth, operators);
        if (!notConditions.Contains(start))
        {
            try
            {
                at++;
                var inner = Condition();
                Expect(")");
                return inner;
            }
            catch (RuleException)
            {
                notConditions.Add(start);
            }
        }

        (at, depth, operators) = (start, level, counted);
        return null;
    }

    private RuleExpression Predicate(RuleExpression value)
    {
        if (Now.Kind == RuleTokenKind.Symbol && Comparisons.Contains(Now.Text))
        {
            var sign = tokens[at++].Text;
            return new Comparison(sign, value, Value());
        }

        if (Take("is"))
        {
            var isNot = Take("not");
            Expect("null");
            return new NullTest(value, isNot);
        }

        var not = Take("not");
        if (Take("between"))
        {
            var low = Value();
            Expect("and");
            return new Between(value, low, Value(), not);
        }

        if (Take("like"))
        {
            return new Like(value, Value(), not);
        }

        Expect("in");
        return Members(value, not);
    }

    private RuleExpression Members(RuleExpression value, bool not)
    {
        Expect("(");
        RuleExpression test = Now.Is("select") ? new InQuery(value, Query(), not) : new InList(value, List(Value), not);
        Expect(")");
        return test;
    }

    private RuleExpression Value()
    {
        if (++depth > MaxDepth)
        {
            throw new RuleException("too-deep", Now.Position);
        }

        var left = Product();
        while (Now.Is("+") || Now.Is("-"))
        {
            var sign = tokens[at++].Text;
            left = Counted(new Arithmetic(sign, left, Product()));
        }

        depth--;
        return left;
    }

    private RuleExpression Product()
    {
        var left = Signed();
        while (Take("*"))
        {
            left = Counted(new Arithmetic("*", left, Signed()));
        }

        return left;
    }

    private RuleExpression Signed()
    {
        if (!Take("-"))
        {
            return Primary();
        }

        Count();
        return new Negation(Signed());
    }

    private RuleExpression Counted(RuleExpression chain)
    {
        Count();
        return chain;
    }

    /// <summary>A chain of operators becomes a tree as deep as the chain is long, and whoever walks it, the parser first, has only so much stack: without end it ends the process.</summary>
    private void Count()
    {
        if (++operators > MaxOperators)
        {
            throw new RuleException("too-deep", Now.Position);
        }
    }

    private RuleExpression Primary()
    {
        var token = Now;
        switch (token.Kind)
        {
            case RuleTokenKind.Number:
                at++;
                return new NumberLiteral(Number(token));
            case RuleTokenKind.Text:
                at++;
                return new TextLiteral(token.Text);
            case RuleTokenKind.Parameter:
                at++;
                return new ParameterReference(token.Text, token.Position);
        }

        return Take("(") ? Bracket() : Take("null") ? new NullLiteral() : Take("case") ? Case() : Named();
    }

    private RuleExpression Bracket()
    {
        RuleExpression value = Now.Is("select") ? new ScalarQuery(Query()) : Value();
        Expect(")");
        return value;
    }

    private Choice Case()
    {
        var subject = Now.Is("when") ? null : Value();
        var branches = new List<(RuleExpression, RuleExpression)>();
        while (Take("when"))
        {
            var when = subject is null ? Condition() : Value();
            Expect("then");
            branches.Add((when, Value()));
        }

        var otherwise = Take("else") ? Value() : null;
        Expect("end");
        return new Choice(subject, branches, otherwise);
    }

    private RuleExpression Named()
    {
        var position = Now.Position;
        var name = Name();
        if (Take("."))
        {
            return new ColumnReference(name, Name(), position);
        }

        if (!Take("("))
        {
            return new ColumnReference(null, name, position);
        }

        if (name == "count" && Take("*"))
        {
            Expect(")");
            return new Call("count", [], false, position);
        }

        var distinct = Take("distinct");
        var arguments = List(Value);
        Expect(")");
        return new Call(name, arguments, distinct, position);
    }
}
