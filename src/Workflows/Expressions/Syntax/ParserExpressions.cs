using CaseMgmt.Workflows.Expressions.Tree;

namespace CaseMgmt.Workflows.Expressions.Syntax;

internal sealed partial class Parser
{
    private static readonly Dictionary<string, (int Level, BinaryOperator Sign)> Binaries = new(StringComparer.Ordinal)
    {
        ["|"] = (4, BinaryOperator.BitOr), ["^"] = (5, BinaryOperator.BitXor), ["&"] = (6, BinaryOperator.BitAnd),
        ["=="] = (7, BinaryOperator.LooseEqual), ["!="] = (7, BinaryOperator.LooseUnequal),
        ["==="] = (7, BinaryOperator.StrictEqual), ["!=="] = (7, BinaryOperator.StrictUnequal),
        ["<"] = (8, BinaryOperator.Less), ["<="] = (8, BinaryOperator.LessOrEqual), [">"] = (8, BinaryOperator.Greater),
        [">="] = (8, BinaryOperator.GreaterOrEqual), ["in"] = (8, BinaryOperator.In), ["instanceof"] = (8, BinaryOperator.InstanceOf),
        ["<<"] = (9, BinaryOperator.ShiftLeft), [">>"] = (9, BinaryOperator.ShiftRight), [">>>"] = (9, BinaryOperator.ShiftRightUnsigned),
        ["+"] = (10, BinaryOperator.Add), ["-"] = (10, BinaryOperator.Subtract), ["*"] = (11, BinaryOperator.Multiply),
        ["/"] = (11, BinaryOperator.Divide), ["%"] = (11, BinaryOperator.Remainder), ["**"] = (12, BinaryOperator.Power),
    };

    private static readonly Dictionary<string, int> Logicals = new(StringComparer.Ordinal) { ["??"] = 1, ["||"] = 2, ["&&"] = 3 };

    private static readonly Dictionary<string, Assigning> Assigns = new(StringComparer.Ordinal)
    {
        ["="] = new(AssignKind.Plain), ["&&="] = new(AssignKind.And), ["||="] = new(AssignKind.Or), ["??="] = new(AssignKind.Coalesce),
        ["+="] = new(AssignKind.Operator, BinaryOperator.Add), ["-="] = new(AssignKind.Operator, BinaryOperator.Subtract),
        ["*="] = new(AssignKind.Operator, BinaryOperator.Multiply), ["/="] = new(AssignKind.Operator, BinaryOperator.Divide),
        ["%="] = new(AssignKind.Operator, BinaryOperator.Remainder), ["**="] = new(AssignKind.Operator, BinaryOperator.Power),
        ["<<="] = new(AssignKind.Operator, BinaryOperator.ShiftLeft), [">>="] = new(AssignKind.Operator, BinaryOperator.ShiftRight),
        [">>>="] = new(AssignKind.Operator, BinaryOperator.ShiftRightUnsigned), ["&="] = new(AssignKind.Operator, BinaryOperator.BitAnd),
        ["|="] = new(AssignKind.Operator, BinaryOperator.BitOr), ["^="] = new(AssignKind.Operator, BinaryOperator.BitXor),
    };

    private Node ParseExpression()
    {
        var start = Current.Start;
        var left = ParseAssignment();
        while (Accept(","))
        {
            left = Made(new Comma(left, ParseAssignment()), start);
        }

        return left;
    }

    private Node ParseAssignment() => Nested(() =>
    {
        var start = Current;
        if (StartsArrow())
        {
            return ParseArrow();
        }

        if ((start.Is("[") || start.Is("{")) && tokens[start.Match + 1].Is("="))
        {
            var pattern = ParseAssignmentTarget();
            Expect("=");
            return Made(new AssignPattern(pattern, ParseAssignment()), start.Start);
        }

        var left = ParseConditional();
        return Current.Kind == TokenKind.Mark && Assigns.TryGetValue(Current.Text, out var how) ? ParseAssignmentTo(left, how, start) : left;
    });

    private Node ParseAssignmentTo(Node left, Assigning how, Token start)
    {
        if (start.Is("(") && left is Name && tokens[start.Match + 1] == Current)
        {
            throw new SyntaxException(start.Start, "A target of an assignment stands without parentheses.");
        }

        Next();
        Node made = left switch
        {
            Name name => new AssignName(name, how, ParseAssignment()),
            Member { Optional: false } member => new AssignMember(member.Target, member.Key, how, ParseAssignment()),
            Element { Optional: false } element => new AssignMember(element.Target, element.Key, how, ParseAssignment()),
            _ => throw new SyntaxException(start.Start, "This cannot be assigned to."),
        };
        RefuseGlobalTarget(left);
        return Made(made, start.Start);
    }

    /// <summary>Checked once all names are known: there is nothing global to assign to.</summary>
    private void RefuseGlobalTarget(Node target)
    {
        if (target is Name name)
        {
            assigned.Add(name);
        }
    }

    private Node ParseConditional()
    {
        var start = Current.Start;
        var condition = ParseLogical(1);
        if (!Accept("?"))
        {
            return condition;
        }

        var then = ParseAssignment();
        Expect(":");
        return Made(new Conditional(condition, then, ParseAssignment()), start);
    }

    private Node ParseLogical(int level)
    {
        var start = Current.Start;
        var left = level > 3 ? ParseBinary(4) : ParseLogical(level + 1);
        while (Current.Kind == TokenKind.Mark && Logicals.TryGetValue(Current.Text, out var found) && found == level)
        {
            var mark = Next();
            var right = ParseLogical(level + 1);
            RefuseMixed(mark, left);
            RefuseMixed(mark, right);
            left = Made<Node>(mark.Text switch { "&&" => new And(left, right), "||" => new Or(left, right), _ => new Coalesce(left, right) }, start);
        }

        return left;
    }

    /// <summary><c>??</c> next to <c>||</c> or <c>&amp;&amp;</c> needs parentheses.</summary>
    private void RefuseMixed(Token mark, Node side)
    {
        var mixes = mark.Text == "??" ? side is And or Or : side is Coalesce;
        if (mixes && !parenthesized.Contains(side))
        {
            throw new SyntaxException(mark.Start, "'??' cannot be mixed with '&&' or '||' without parentheses.");
        }
    }

    private Node ParseBinary(int level)
    {
        var start = Current;
        var left = ParseUnary();
        while (Current.Kind is TokenKind.Mark or TokenKind.Keyword && Binaries.TryGetValue(Current.Text, out var found) && found.Level >= level)
        {
            var mark = Next();
            if (found.Sign == BinaryOperator.Power && IsUnaryMark(start) && left is not Update)
            {
                throw new SyntaxException(start.Start, "A sign before '**' needs parentheses.");
            }

            var right = ParseBinary(found.Sign == BinaryOperator.Power ? found.Level : found.Level + 1);
            left = Made(new Binary(found.Sign, left, right), mark.Start);
        }

        return left;
    }

    private static bool IsUnaryMark(Token token) => token.Kind is TokenKind.Mark or TokenKind.Keyword && token.Text is "-" or "+" or "!" or "~" or "typeof" or "void";

    private Node ParseUnary() => Nested(() =>
    {
        var mark = Current;
        if (mark.Kind is not (TokenKind.Mark or TokenKind.Keyword))
        {
            return ParsePostfix();
        }

        switch (mark.Text)
        {
            case "++" or "--":
                Next();
                return MakeUpdate(ParseUnary(), mark, after: false);
            case "-" or "+" or "!" or "~" or "typeof" or "void":
                Next();
                return MakeUnary(mark, ParseUnary());
            default:
                return ParsePostfix();
        }
    });

    private Node MakeUnary(Token mark, Node operand) => Made<Node>(
        mark.Text switch
        {
            "-" => new Negate(operand),
            "+" => new Plus(operand),
            "!" => new Not(operand),
            "~" => new BitNot(operand),
            "typeof" => new TypeOf(operand),
            _ => new Tree.Void(operand),
        },
        mark.Start);

    private Node ParsePostfix()
    {
        var target = ParseLeftSide();
        return !Current.NewLineBefore && (Current.Is("++") || Current.Is("--")) ? MakeUpdate(target, Next(), after: true) : target;
    }

    private Update MakeUpdate(Node target, Token mark, bool after)
    {
        var step = mark.Text == "++" ? 1.0 : -1.0;
        RefuseGlobalTarget(target);
        var made = target switch
        {
            Name => new Update(target, null, step, after),
            Member { Optional: false } member => new Update(member.Target, member.Key, step, after),
            Element { Optional: false } element => new Update(element.Target, element.Key, step, after),
            _ => throw new SyntaxException(mark.Start, "This cannot be assigned to."),
        };
        return Made(made, mark.Start);
    }
}
