using CaseMgmt.Workflows.Expressions.Tree;

namespace CaseMgmt.Workflows.Expressions.Syntax;

internal sealed partial class Parser
{
    /// <summary>All cases share one block, as in JavaScript: a name declared in one is known, and perhaps not set, in the others.</summary>
    private SwitchStatement ParseSwitch()
    {
        Expect("switch");
        Expect("(");
        var value = ParseExpression();
        Expect(")");
        Expect("{");
        block = new BlockScope(block, function);
        switches++;
        var (cases, hoisted) = (new List<SwitchCase>(), new List<Statement>());
        while (!Accept("}"))
        {
            cases.Add(ParseCase(hoisted));
        }

        switches--;
        block = block.Outer!;
        if (cases.Count(one => one.Test is null) > 1)
        {
            throw new SyntaxException(Current.Start, "A switch has one default at most.");
        }

        return new SwitchStatement(value, cases, new StatementList(hoisted));
    }

    private SwitchCase ParseCase(List<Statement> hoisted)
    {
        Node? test = null;
        if (!Accept("default"))
        {
            Expect("case");
            test = ParseExpression();
        }

        Expect(":");
        var statements = new List<Statement>();
        while (!Current.Is("case") && !Current.Is("default") && !Current.Is("}"))
        {
            if (Current.Kind == TokenKind.End)
            {
                throw Unexpected("'}' is expected");
            }

            if (Current.Is("function"))
            {
                hoisted.Add(Hoisted());
            }
            else if (!Accept(";"))
            {
                Nested(() => { ParseStatement(statements); return true; });
            }
        }

        return new SwitchCase(test, new StatementList(statements));
    }

    private BreakStatement ParseBreak()
    {
        Expect("break");
        if (Current.Kind == TokenKind.Name && !Current.NewLineBefore)
        {
            throw new SyntaxException(Current.Start, "Labels are not allowed.");
        }

        EndStatement();
        return new BreakStatement();
    }
}
