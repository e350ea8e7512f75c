using System.Globalization;

namespace CaseMgmt.Cases.Monitoring.Rules;

/// <summary>
/// Reads the SQL of rules: SELECT with joins, sub-queries, GROUP BY, HAVING and UNION, nothing else. What this parser does not know does not exist,
/// so a rule cannot reach anything but the tables of the model, on any database.
/// </summary>
public sealed partial class RuleParser
{
    private const int MaxDepth = 40;
    private const int MaxOperators = 600;
    private static readonly HashSet<string> Reserved =
    [
        "select", "distinct", "from", "join", "inner", "left", "outer", "on", "where", "group", "having", "by", "union", "all", "and", "or", "not", "in", "between",
        "like", "is", "null", "exists", "case", "when", "then", "else", "end", "as", "order", "limit", "offset", "with", "cross", "full", "right", "natural", "using",
        "except", "intersect", "collate", "escape", "cast", "values", "window", "over", "insert", "update", "delete", "into",
    ];

    private readonly List<RuleToken> tokens;
    private int at;
    private int depth;
    private int operators;

    private RuleParser(string sql) => tokens = RuleTokens.Read(sql);

    public static RuleQuery Parse(string sql)
    {
        var parser = new RuleParser(sql);
        var query = parser.Query();
        return parser.Now.Kind == RuleTokenKind.End ? query : throw parser.Unexpected(RuleRefusal.Word("end"));
    }

    private RuleToken Now => tokens[at];

    private RuleQuery Query()
    {
        if (++depth > MaxDepth)
        {
            throw new RuleException("too-deep", Now.Position);
        }

        var selects = new List<RuleSelect> { Select() };
        var unions = new List<string>();
        while (Take("union"))
        {
            unions.Add(Take("all") ? "union all" : "union");
            selects.Add(Select());
        }

        depth--;
        return new RuleQuery(selects, unions);
    }

    private RuleSelect Select()
    {
        Expect("select");
        var distinct = Take("distinct");
        var items = List(Item);
        var from = new List<RuleSource>();
        if (Take("from"))
        {
            from.Add(Source("from"));
            while (Join() is { } join)
            {
                from.Add(Source(join));
            }
        }

        var where = Take("where") ? Condition() : null;
        var groups = Group();
        return new RuleSelect(distinct, items, from, where, groups, Take("having") ? Condition() : null);
    }

    private List<RuleExpression> Group()
    {
        if (!Take("group"))
        {
            return [];
        }

        Expect("by");
        return List(Value);
    }

    private SelectItem Item()
    {
        var value = Value();
        return new SelectItem(value, Take("as") || (Now.Kind == RuleTokenKind.Word && !Reserved.Contains(Now.Text)) ? Name() : null);
    }

    private string? Join()
    {
        if (Take("left"))
        {
            Take("outer");
            Expect("join");
            return "left join";
        }

        if (Take("inner"))
        {
            Expect("join");
            return "join";
        }

        return Take("join") ? "join" : null;
    }

    /// <summary>Every join has a condition: a rule never means the product of two tables.</summary>
    private RuleSource Source(string join)
    {
        var position = Now.Position;
        var (table, query) = Take("(") ? (null, Query()) : (Name(), (RuleQuery?)null);
        if (query is not null)
        {
            Expect(")");
        }

        var alias = Take("as") || (Now.Kind == RuleTokenKind.Word && !Reserved.Contains(Now.Text)) ? Name()
            : table ?? throw new RuleException("source-nameless", position);
        RuleExpression? on = null;
        if (join != "from")
        {
            Expect("on");
            on = Condition();
        }

        return new RuleSource(table, query, alias, join, on, position);
    }

    private List<T> List<T>(Func<T> read)
    {
        var items = new List<T> { read() };
        while (Take(","))
        {
            items.Add(read());
        }

        return items;
    }

    private string Name()
    {
        if (Now.Kind != RuleTokenKind.Word || Reserved.Contains(Now.Text))
        {
            throw Unexpected(RuleRefusal.Word("name"));
        }

        return tokens[at++].Text;
    }

    private bool Take(string word)
    {
        if (!Now.Is(word))
        {
            return false;
        }

        at++;
        return true;
    }

    private void Expect(string word)
    {
        if (!Take(word))
        {
            throw Unexpected(word.ToUpperInvariant());
        }
    }

    private RuleException Unexpected(string wanted) =>
        Now.Kind == RuleTokenKind.End ? new("missing-at-end", Now.Position, wanted) : new("expected", Now.Position, wanted, Now.Text);

    private static decimal Number(RuleToken token) =>
        decimal.TryParse(token.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value
            : throw new RuleException("number-wrong", token.Position, token.Text);
}
