namespace CaseMgmt.Workflows.Execution;

/// <summary>Elsa's two coarse states, with its numbers.</summary>
public enum WorkflowStatus { Running = 0, Finished = 1 }

/// <summary>Elsa's fine states, with its numbers.</summary>
public enum WorkflowSubStatus { Pending = 0, Executing = 1, Suspended = 2, Finished = 3, Cancelled = 4, Faulted = 5, Interrupted = 6 }

/// <summary>What a failure of an activity does to its instance.</summary>
public enum IncidentStrategy
{
    /// <summary>The failed activity stays to be retried or skipped; everything else goes on.</summary>
    Continue,

    /// <summary>The instance ends as faulted, as Elsa does by default. A retry revives it.</summary>
    Fault,
}

/// <summary>What happens when an instance of a definition is started while another one runs.</summary>
public enum ActivationStrategy { Always, Singleton, Correlation, CorrelatedSingleton }
