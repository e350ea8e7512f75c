namespace CaseMgmt.Workflows.Expressions.Values;

/// <summary>
/// The global <c>variables</c>: members are read from the scope when first asked for and kept for the run. Assigning a member goes to the scope at once;
/// changing the inside of a value (push, member of a member) stays within the run, as every value here is a copy.
/// </summary>
internal sealed class JsVariables : JsObject
{
    /// <summary>A function of the host may have set variables: what was read before is asked for again.</summary>
    public void Forget() => RemoveAll();

    public override bool TryGetOwn(Evaluation run, string key, out JsValue value)
    {
        if (base.TryGetOwn(run, key, out value))
        {
            return true;
        }

        if (!run.Scope.TryFindVariable(key, out var node))
        {
            return false;
        }

        value = JsonBridge.FromNode(run, node);
        base.Set(run, key, value);
        return true;
    }

    public override void Set(Evaluation run, string key, JsValue value)
    {
        if (!run.Scope.TrySetVariable(key, JsonBridge.ToNode(run, value)))
        {
            throw Fail.Type($"The variable '{key}' cannot be set here.");
        }

        base.Set(run, key, value);
    }

    public override List<string> OwnKeys(Evaluation run)
    {
        var names = run.Scope.VariableNames.ToList();
        run.Step(names.Count);
        run.Allocate(8L * names.Count);
        return names;
    }
}
