using CaseMgmt.Workflows.Expressions.Tree;
using CaseMgmt.Workflows.Expressions.Values;

namespace CaseMgmt.Workflows.Expressions.Syntax;

internal sealed partial class Parser
{
    private StatementList ParseStatements(TokenKind end)
    {
        var statements = new List<Statement>();
        while (Current.Kind != end && !Current.Is("}"))
        {
            if (Current.Is("function"))
            {
                statements.Insert(0, Hoisted());
            }
            else if (!Accept(";"))
            {
                Nested(() => { ParseStatement(statements); return true; });
            }
        }

        return new StatementList(statements);
    }

    private StatementList ParseBlock()
    {
        Expect("{");
        block = new BlockScope(block, function);
        var statements = ParseStatements(TokenKind.End);
        Expect("}");
        block = block.Outer!;
        return statements;
    }

    private void ParseStatement(List<Statement> into)
    {
        var start = Current.Start;
        switch (Current.Kind == TokenKind.Name ? "" : Current.Text)
        {
            case "{" when Current.Kind == TokenKind.Mark:
                into.Add(ParseBlock());
                break;
            case "const" or "let" or "var":
                ParseDeclarations(into);
                break;
            case "if":
                into.Add(ParseIf());
                break;
            case "return":
                into.Add(ParseReturn());
                break;
            case "throw":
                into.Add(ParseThrow());
                break;
            case "switch":
                into.Add(ParseSwitch());
                break;
            case "break" when switches > 0:
                into.Add(ParseBreak());
                break;
            default:
                into.Add(ParseExpressionStatement());
                break;
        }

        Check(into.Count == 0 ? 0 : into[^1].Height, start);
    }

    private ExpressionStatement ParseExpressionStatement()
    {
        if (Current.Kind == TokenKind.Name && tokens[at + 1].Is(":"))
        {
            throw new SyntaxException(Current.Start, "Labels are not allowed; an object stands in parentheses: ({ name: value }).");
        }

        var expression = ParseExpression();
        EndStatement();
        return new ExpressionStatement(expression);
    }

    private void ParseDeclarations(List<Statement> into)
    {
        var word = Next().Text;
        do
        {
            var start = Current;
            var target = ParseBindingTarget(word);
            var value = Accept("=") ? ParseAssignment() : null;
            if (value is null && (word == "const" || target is not NamePattern))
            {
                throw new SyntaxException(start.Start, word == "const" ? "A const needs a value." : "A destructuring needs a value.");
            }

            if (value is not null || word != "var")
            {
                into.Add(new Declaration(target, value));
            }
        }
        while (Accept(","));
        EndStatement();
    }

    private IfStatement ParseIf()
    {
        Expect("if");
        Expect("(");
        var condition = ParseExpression();
        Expect(")");
        var then = ParseBranch();
        return new IfStatement(condition, then, Accept("else") ? ParseBranch() : null);
    }

    private StatementList ParseBranch()
    {
        if (Current.Is("const") || Current.Is("let") || Current.Is("function"))
        {
            throw new SyntaxException(Current.Start, $"'{Current.Text}' needs a block here.");
        }

        var statements = new List<Statement>();
        if (!Accept(";"))
        {
            Nested(() => { ParseStatement(statements); return true; });
        }

        return new StatementList(statements);
    }

    private ReturnStatement ParseReturn()
    {
        Expect("return");
        var ends = Current.Is(";") || Current.Is("}") || Current.Kind == TokenKind.End || Current.NewLineBefore;
        var value = ends ? null : ParseExpression();
        EndStatement();
        return new ReturnStatement(value);
    }

    private ThrowStatement ParseThrow()
    {
        Expect("throw");
        if (Current.NewLineBefore)
        {
            throw new SyntaxException(Current.Start, "The value to throw must stand on the same line.");
        }

        var value = ParseExpression();
        EndStatement();
        return new ThrowStatement(value);
    }

    /// <summary>A function declaration can be called before its line.</summary>
    private Declaration Hoisted()
    {
        var start = Next();
        RefuseGenerator();
        var name = new NamePattern(Declare(Next(), isConst: false, startsUnset: false));
        return new Declaration(name, ParseFunctionRest(start));
    }

    private void RefuseGenerator()
    {
        if (Current.Is("*"))
        {
            throw new SyntaxException(Current.Start, "Generators are not allowed.");
        }
    }

    private void EndStatement()
    {
        if (!Accept(";") && !Current.Is("}") && Current.Kind != TokenKind.End && !Current.NewLineBefore)
        {
            throw Unexpected();
        }
    }

    private static Constant Text(string value) => new(JsValue.Of(value));
}
