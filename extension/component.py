"""What the office loads first: names and their makers.

Everything else is imported only when asked for, and this file keeps to the oldest grammar: a component that
fails while it is loaded takes the whole extension back with it.
"""

import unohelper


def panel_factory(context, *arguments):
    """The service that makes the panels of the sidebar."""

    def make():
        from vanthu_uno.factory import PanelFactory

        return PanelFactory(context)

    return _attempt(context, make)


def protocol_handler(context, *arguments):
    """The service that carries out ``vnd.vanthu:`` commands."""

    def make():
        from vanthu_uno.dispatch import ProtocolHandler

        return ProtocolHandler(context, *arguments)

    return _attempt(context, make)


def _attempt(context, make):
    from vanthu_uno import log

    def begin():
        from vanthu_uno import ahead, interface

        interface.begin(context)
        ahead.begin(context)

    log.attempt(context, begin)  # by itself: a catalog that cannot be read leaves a panel in Vietnamese, not none
    return log.attempt(context, make)


g_ImplementationHelper = unohelper.ImplementationHelper()
g_ImplementationHelper.addImplementation(panel_factory, "vn.vanthu.PanelFactory", ("com.sun.star.ui.UIElementFactory",))
g_ImplementationHelper.addImplementation(
    protocol_handler, "vn.vanthu.ProtocolHandler", ("com.sun.star.frame.ProtocolHandler",)
)
