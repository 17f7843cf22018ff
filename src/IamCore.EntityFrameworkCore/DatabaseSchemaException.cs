namespace IamCore.EntityFrameworkCore;

/// <summary>The tables in the database are not those this library works with.</summary>
/// <param name="message">One sentence.</param>
public sealed class DatabaseSchemaException(string message) : InvalidOperationException(message);
