package org.turnpike.console.shell;

import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;

/** Registers {@link Failures} (faces-config.xml). */
public class FailuresFactory extends ExceptionHandlerFactory {
  public FailuresFactory(ExceptionHandlerFactory wrapped) {
    super(wrapped);
  }

  @Override
  public ExceptionHandler getExceptionHandler() {
    return new Failures(getWrapped().getExceptionHandler());
  }
}
