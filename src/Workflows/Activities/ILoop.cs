namespace CaseMgmt.Workflows.Activities;

/// <summary>Marks the activities that a Break inside them ends.</summary>
internal interface ILoop;
