using CaseMgmt.Workflows.Expressions.Tree;

namespace CaseMgmt.Workflows.Expressions.Syntax;

internal sealed partial class Parser
{
    private bool StartsArrow()
    {
        if (Current.Kind == TokenKind.Name)
        {
            if (Current.Text == "async" && !tokens[at + 1].NewLineBefore && (tokens[at + 1].Is("function") || tokens[at + 1].Kind == TokenKind.Name))
            {
                throw new SyntaxException(Current.Start, "Async functions are not allowed.");
            }

            return tokens[at + 1].Is("=>");
        }

        return Current.Is("(") && tokens[Current.Match + 1].Is("=>");
    }

    private FunctionNode ParseArrow()
    {
        var start = Current;
        return InFunction(start, () =>
        {
            var (parameters, rest) = start.Kind == TokenKind.Name ? ([ParseBindingTarget("parameter")], null) : ParseParameters();
            if (Current.NewLineBefore)
            {
                throw Unexpected();
            }

            Expect("=>");
            return Current.Is("{")
                ? new FunctionNode(parameters, rest, null, ParseBlock())
                : new FunctionNode(parameters, rest, ParseAssignment(), null);
        });
    }

    /// <summary>A function expression; its own name, if it has one, is known inside.</summary>
    private FunctionNode ParseFunction(Token start)
    {
        RefuseGenerator();
        return ParseFunctionRest(start, Current.Kind == TokenKind.Name ? Next() : null);
    }

    private FunctionNode ParseFunctionRest(Token start, Token? ownName = null) => InFunction(start, () =>
    {
        var ownSlot = -1;
        if (ownName is not null)
        {
            ownSlot = Declare(ownName, isConst: false, startsUnset: false).Binding!.Slot;
            block = new BlockScope(block, function);
        }

        var (parameters, rest) = ParseParameters();
        return new FunctionNode(parameters, rest, null, ParseBlock()) { OwnSlot = ownSlot };
    });

    private FunctionNode InFunction(Token start, Func<FunctionNode> parse)
    {
        var (outerFunction, outerBlock, outerSwitches) = (function, block, switches);
        switches = 0;
        function = new FunctionScope(outerFunction);
        block = new BlockScope(outerBlock, function);
        var node = Nested(parse);
        node.Slots = function.Slots;
        node.Unset = [.. function.Unset];
        node.Nodes = function.Nodes + 1;
        Check(node.Levels, start.Start);
        (function, block, switches) = (outerFunction, outerBlock, outerSwitches);
        return Made(node, start.Start);
    }

    private (List<Pattern> Parameters, Pattern? Others) ParseParameters()
    {
        Expect("(");
        var parameters = new List<Pattern>();
        while (!Accept(")"))
        {
            if (Accept("..."))
            {
                var rest = ParseBindingTarget("parameter");
                Expect(")");
                return (parameters, rest);
            }

            var target = ParseBindingTarget("parameter");
            parameters.Add(Accept("=") ? new DefaultPattern(target, ParseAssignment()) : target);
            if (!Current.Is(")"))
            {
                Expect(",");
            }
        }

        return (parameters, null);
    }
}
