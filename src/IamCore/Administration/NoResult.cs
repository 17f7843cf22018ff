namespace IamCore.Administration;

/// <summary>What an operation gives back that has nothing to say.</summary>
public readonly record struct NoResult;
