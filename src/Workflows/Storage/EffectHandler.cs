using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Workflows.Storage;

/// <summary>Applies one kind of effect inside the commit. Two handlers for one effect type are an error at start.</summary>
public interface IEffectHandler
{
    Type EffectType { get; }

    ValueTask ApplyAsync(Effect effect, CommitSession session);
}

/// <inheritdoc cref="IEffectHandler"/>
public abstract class EffectHandler<T> : IEffectHandler where T : Effect
{
    public Type EffectType => typeof(T);

    public ValueTask ApplyAsync(Effect effect, CommitSession session) => ApplyAsync((T)effect, session);

    protected abstract ValueTask ApplyAsync(T effect, CommitSession session);
}
