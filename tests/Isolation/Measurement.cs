namespace IamCore.Tests.Isolation;

/// <summary>One value of an instrument, with its tags as <c>key=value,key=value</c>.</summary>
internal readonly record struct Measurement(string Name, double Value, string Tags);
